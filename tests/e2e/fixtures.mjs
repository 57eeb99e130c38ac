// What every test of the whole has: the app served at several paths, pictures made here, and a page on which any error fails the test.
import { existsSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import { test as base, expect } from "@playwright/test";
import { picture } from "./picture.mjs";
import { corpus, serve } from "./server.mjs";

export { expect };
/** Pages that axe is looking at. */
const looking = new Set();

export const prefixes = ["/", "/explore/", "/a/b/c/"];

/** Answers pictures of other hosts from here, and lets nothing else out. */
export async function answerPictures(page) {
  await page.route(
    (url) => url.hostname !== "127.0.0.1" && url.protocol.startsWith("http"),
    (route) =>
      route.request().resourceType() === "image"
        ? route.fulfill({ contentType: "image/png", body: picture(route.request().url()) })
        : route.abort(),
  );
}

export const test = base.extend({
  origin: [
    async ({}, use) => {
      const { server, origin } = await serve({ prefixes });
      await use(origin);
      server.close();
    },
    { scope: "worker" },
  ],
  /** Requests that are meant to fail, as patterns of the browser's own complaint about them. */
  expectedErrors: [[], { option: true }],
  page: async ({ page, expectedErrors }, use) => {
    const errors = [];
    page.on("console", (message) => {
      // axe puts a style sheet of its own into the page while it looks at it.
      if (looking.has(page)) return;
      if (["error", "warning"].includes(message.type())) errors.push(`${message.text()} ${message.location().url}`);
    });
    page.on("pageerror", (error) => errors.push(String(error)));
    await page.addInitScript(() => {
      addEventListener("securitypolicyviolation", (event) =>
        console.error(`policy violated: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
      );
    });
    await answerPictures(page);
    await use(page);
    expect(errors.filter((error) => !expectedErrors.some((pattern) => pattern.test(error)))).toEqual([]);
  },
});

/** The real sitemap, where it is; elsewhere the test says that and why it is skipped. */
export function needsReal() {
  test.skip(!existsSync(`${corpus}/jack-vanlightly.sitemap.xml`), "the real sitemap is not beside this repository");
}

export async function expectAccessible(page) {
  looking.add(page);
  const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]).analyze();
  looking.delete(page);
  expect(violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(" ")).join(", ")}`)).toEqual([]);
}
