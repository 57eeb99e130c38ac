// The page itself: any path, any width, and every sitemap that is none.
import { expect, expectAccessible, needsReal, prefixes, test } from "./fixtures.mjs";

for (const prefix of prefixes) {
  test(`the demo blog is there at once under ${prefix}`, async ({ page, origin }) => {
    await page.goto(`${origin}${prefix}`);
    await expect(page.locator(".masthead .figures")).toContainText("219 posts");
    await expect(page.locator(".row").first()).toBeVisible();
  });
}

test("a blog unlike the demo is understood too", async ({ page, origin }) => {
  await page.goto(`${origin}/?sitemap=/fixtures/small.xml`);
  await expect(page.locator(".masthead .figures")).toContainText("4 posts");
  await expect(page.getByRole("link", { name: "A Bench for the Old Pear Tree" })).toBeVisible();
  await page.getByRole("link", { name: /^Gallery/ }).click();
  await expect(page.getByText("The sitemap names no pictures")).toBeVisible();
});

test("a compressed sitemap is opened by its bytes", async ({ page, origin }) => {
  await page.goto(`${origin}/?sitemap=/fixtures/small.xml.gz`);
  await expect(page.locator(".masthead .figures")).toContainText("4 posts");
});

test("the way is shown while a slow host answers", async ({ page, origin }) => {
  await page.goto(`${origin}/?sitemap=/fixtures/slow.xml`);
  await expect(page.getByText("Reading the sitemap")).toBeVisible();
  await expect(page.locator(".masthead .figures")).toContainText("4 posts");
});

test("reading can be stopped and taken up again", async ({ page, origin }) => {
  await page.goto(`${origin}/?sitemap=/fixtures/slow.xml`);
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(page.getByText("You stopped the reading")).toBeVisible();
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.locator(".masthead .figures")).toContainText("4 posts");
});

test("a sitemap that was cut off shows what there is, and says so", async ({ page, origin }) => {
  await page.goto(`${origin}/?sitemap=/fixtures/cut.xml`);
  await expect(page.locator(".masthead .figures")).toContainText("2 posts");
  await expect(page.getByText("The sitemap was cut off before its end")).toBeVisible();
});

test("the real sitemap, cut off, shows what there is", async ({ page, origin }) => {
  needsReal();
  await page.goto(`${origin}/?sitemap=/fixtures/truncated.xml`);
  await expect(page.getByText("The sitemap was cut off before its end")).toBeVisible();
  await expect(page.locator(".row").first()).toBeVisible();
});

test.describe("what cannot be read is explained", () => {
  test.use({ expectedErrors: [/Failed to load resource/] });
  for (const [file, words] of [
    ["missing.xml", "There is no sitemap at this address"],
    ["empty.xml", "The file is empty"],
    ["none.xml", "The sitemap names no pages"],
    ["page.xml", "This is a web page, not a sitemap"],
    ["other.xml", "This file is not a sitemap"],
    ["broken.xml", "The host could not answer"],
  ]) {
    test(file, async ({ page, origin }) => {
      await page.goto(`${origin}/?sitemap=/fixtures/${file}`);
      await expect(page.getByRole("alert")).toContainText(words);
      await expect(page.getByRole("button", { name: "Try again" })).toBeVisible();
      await expectAccessible(page);
    });
  }

  test("an index of which one file is missing shows the other", async ({ page, origin }) => {
    await page.goto(`${origin}/?sitemap=/fixtures/index.xml`);
    await expect(page.locator(".masthead .figures")).toContainText("4 posts");
    await expect(page.getByText("There is no sitemap at this address")).toBeVisible();
  });
});

for (const [width, height] of [
  [1280, 900],
  [390, 844],
  [320, 640],
]) {
  for (const colorScheme of ["light", "dark"]) {
    test(`nothing overflows and axe finds nothing at ${width} px, ${colorScheme}`, async ({ page, origin }) => {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme });
      for (const view of ["", "?view=series", "?view=gallery"]) {
        await page.goto(`${origin}/${view}`);
        await expect(page.locator(".block").first()).toBeVisible();
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        await expectAccessible(page);
      }
    });
  }
}

test("nothing shifts while the app loads", async ({ page, origin }) => {
  await page.addInitScript(() => {
    globalThis.shifted = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) globalThis.shifted += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto(`${origin}/`);
  await expect(page.locator(".row").first()).toBeVisible();
  await page.waitForLoadState("networkidle");
  // Google's bound for a good page.
  expect(await page.evaluate(() => globalThis.shifted)).toBeLessThan(0.1);
});
