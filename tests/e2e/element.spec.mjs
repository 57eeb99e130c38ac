// The element's contract with the page around it: attributes, properties, events, methods, addresses, and nothing beside.
import { expect, expectAccessible, test } from "./fixtures.mjs";

/** Puts an element with these attributes into a host's page, and waits until it is ready unless told otherwise. */
async function place(page, attributes = {}, { into = "#main", wait = true } = {}) {
  const id = `e${Math.random().toString(36).slice(2)}`;
  await page.evaluate(
    ([into, attributes, id]) => {
      globalThis.heard ??= [];
      const element = document.createElement("blog-explorer");
      for (const [name, value] of Object.entries({ sitemap: "/fixtures/small.xml", loading: "eager", id, ...attributes }))
        element.setAttribute(name, value);
      document.querySelector(into).append(element);
    },
    [into, attributes, id],
  );
  const element = page.locator(`#${attributes.id ?? id}`);
  if (wait) await expect(element.locator("[part=root] .view")).toBeAttached();
  return element;
}

/** Notes every event of the element that reaches the document. */
async function listen(page) {
  await page.evaluate(() => {
    globalThis.heard = [];
    for (const name of ["ready", "error", "view", "open", "select"])
      document.addEventListener(`blog-explorer-${name}`, (event) => {
        heard.push([name, event.detail]);
        if (globalThis.refuse === name) event.preventDefault();
      });
  });
}
const heard = (page, name) => page.evaluate((name) => heard.filter(([heard]) => heard === name).map(([, detail]) => detail), name);

const set = (element, name, value) =>
  element.evaluate(
    (element, [name, value]) => (value === null ? element.removeAttribute(name) : element.setAttribute(name, value)),
    [name, value],
  );

test.beforeEach(async ({ page, origin }) => {
  await page.goto(`${origin}/pages/host.html`);
});

test("view, query and filters are attributes that can change at any time", async ({ page }) => {
  const element = await place(page, { view: "series", q: "garden" });
  await expect(element.locator("article.series")).toHaveCount(1);
  await expect(element.getByRole("textbox")).toHaveValue("garden");
  await set(element, "q", "pear");
  await set(element, "view", "timeline");
  await expect(element.locator(".row")).toHaveCount(1);
  await set(element, "q", null);
  await expect(element.locator(".row")).toHaveCount(4);
  await set(element, "filters", "from=2024");
  await expect(element.locator(".row")).toHaveCount(3);
  await set(element, "filters", "to=2023");
  await expect(element.locator(".row")).toHaveCount(1);
  await set(element, "sitemap", "/fixtures/cut.xml");
  await expect(element.locator(".partial")).toBeVisible();
});

test("the owner chooses the tabs, the heading, the colours, the language and the density", async ({ page }) => {
  const element = await place(page, { views: "gallery timeline", view: "series", title: "My old archive", theme: "dark", lang: "de" });
  await expect(element.locator(".tab .name")).toHaveText(["Gallery", "Timeline"]);
  await expect(element.locator(".tab[aria-current] .name")).toHaveText("Gallery");
  await expect(element.getByRole("heading", { level: 1 })).toHaveText("My old archive");
  await expect(element.locator("[part=root]")).toHaveAttribute("title", "");
  await expect(element.locator(".explorer")).toHaveCSS("color-scheme", "dark");
  await expect(element.locator("button.theme")).toHaveCount(0);
  await set(element, "theme", "auto");
  await expect(element.locator("button.theme")).toHaveCount(1);
  await set(element, "views", null);
  await expect(element.locator(".tab")).toHaveCount(5);
  await set(element, "view", "timeline");
  await expect(element.locator("section.month h2").first()).toContainText("März 2024");
  await set(element, "lang", "fr");
  await expect(element.locator("section.month h2").first()).toContainText("mars 2024");
  await set(element, "title", null);
  await expect(element.getByRole("heading", { level: 1 })).toHaveText("small.example");
  const height = () =>
    element
      .locator(".row")
      .first()
      .evaluate((row) => row.getBoundingClientRect().height);
  const roomy = await height();
  await set(element, "density", "compact");
  expect(await height()).toBeLessThan(roomy);
  await set(element, "compact", "");
  await expect(element.locator(".masthead")).toBeHidden();
  await expect(element.locator(".row")).toHaveCount(4);
});

test("attributes are properties too, also those set before the element was defined", async ({ page }) => {
  await page.goto(page.url().replace("host", "isolated"));
  await page.evaluate(async () => {
    const element = document.createElement("blog-explorer");
    Object.assign(element, {
      id: "early",
      sitemap: "/fixtures/small.xml",
      view: "series",
      views: ["series", "timeline"],
      loading: "eager",
    });
    document.querySelector("main").append(element);
    await import("/explore/blog-explorer.js");
  });
  const element = page.locator("#early");
  await expect(element.locator("article.series")).toHaveCount(1);
  await expect(element.locator(".tab")).toHaveCount(2);
  await element.evaluate((element) => (element.view = "timeline"));
  await expect(element.locator(".row")).toHaveCount(4);
  expect(await element.evaluate((element) => [element.getAttribute("view"), element.view, element.q, element.compact])).toEqual([
    "timeline",
    "timeline",
    "",
    false,
  ]);
  await element.evaluate((element) => (element.compact = true));
  await expect(element).toHaveAttribute("compact", "");
});

test("events cross the shadow boundary and say what happened", async ({ page }) => {
  await listen(page);
  const element = await place(page);
  expect(await heard(page, "ready")).toEqual([{ title: "small.example", posts: 4, series: 1, pictures: 0 }]);
  expect(await heard(page, "view")).toEqual([]);
  await element.getByRole("button", { name: /^Series/ }).click();
  await expect.poll(() => heard(page, "view")).toEqual([{ view: "series", query: "?view=series" }]);
  await element.getByRole("textbox").fill("pear");
  await expect.poll(async () => (await heard(page, "select")).at(-1)).toEqual({ query: "?q=pear", posts: 1 });
});

test.describe("where the sitemap is missing", () => {
  test.use({ expectedErrors: [/Failed to load resource/] });
  test("an event says why", async ({ page }) => {
    await listen(page);
    const element = await place(page, { sitemap: "/fixtures/missing.xml" }, { wait: false });
    await expect(element.getByRole("alert")).toBeVisible();
    const [error] = await heard(page, "error");
    expect(error.cause).toBe("not-found");
    expect(error.message).toBe("There is no sitemap at this address");
    expect(error.source).toContain("/fixtures/missing.xml");
  });
});

test("methods go to a view, search and refresh", async ({ page }) => {
  await listen(page);
  const element = await place(page, {}, { wait: false });
  await element.evaluate((element) => element.show("series"));
  await expect(element.locator("article.series")).toHaveCount(1);
  await element.evaluate((element) => element.search("pear"));
  await element.evaluate((element) => element.show("timeline"));
  await expect(element.locator(".row")).toHaveCount(1);
  await element.evaluate((element) => element.search(""));
  await expect(element.locator(".row")).toHaveCount(4);
  await element.evaluate((element) => element.refresh());
  await expect.poll(async () => (await heard(page, "ready")).length).toBe(2);
});

test("a click on a post goes to the blog, unless the page takes over", async ({ page, origin, context }) => {
  await listen(page);
  const element = await place(page, { sitemap: "/fixtures/local.xml" });
  const pear = element.getByRole("link", { name: "A Bench for the Old Pear Tree" });
  await page.evaluate(() => (globalThis.refuse = "open"));
  await pear.click();
  expect(await heard(page, "open")).toEqual([
    { url: `${origin}/fixtures/posts/2023/05/17/a-bench-for-the-old-pear-tree/`, title: "A Bench for the Old Pear Tree" },
  ]);
  expect(page.url()).toBe(`${origin}/pages/host.html`);
  const [tab] = await Promise.all([context.waitForEvent("page"), pear.click({ modifiers: ["ControlOrMeta"] })]);
  await expect(tab).toHaveTitle("The post");
  expect(await heard(page, "open")).toHaveLength(1);
  await page.evaluate(() => (globalThis.refuse = undefined));
  await pear.click();
  await expect(page).toHaveTitle("The post");
});

test("a click on a post may open a tab, or its panel", async ({ page, context }) => {
  await listen(page);
  const element = await place(page, { open: "new-tab", sitemap: "/fixtures/local.xml" });
  const pear = element.getByRole("link", { name: "A Bench for the Old Pear Tree" });
  const [tab] = await Promise.all([context.waitForEvent("page"), pear.click()]);
  await expect(tab).toHaveTitle("The post");
  await tab.close();
  await element.evaluate((element) => element.remove());

  const other = await place(page, { open: "panel", sitemap: "/fixtures/local.xml" });
  await page.evaluate(() => (globalThis.refuse = "open"));
  const link = other.getByRole("link", { name: "A Bench for the Old Pear Tree" });
  await link.click();
  await expect.poll(async () => (await heard(page, "open")).length).toBe(2);
  await expect(other.locator("dialog.panel")).toBeHidden();
  await page.evaluate(() => (globalThis.refuse = undefined));
  await link.click();
  await expect(other.locator("dialog.panel")).toBeVisible();
  await expectAccessible(page);
});

test("several elements share an address, and Back goes back in the right one", async ({ page, origin }) => {
  await page.goto(`${origin}/pages/host.html?page=2&b.view=series#part`);
  const first = await place(page, { state: "query:a" });
  const second = await place(page, { state: "query:b" });
  const third = await place(page, { state: "hash:c" });
  await expect(second.locator("article.series")).toHaveCount(1);
  await first.getByRole("link", { name: /^Series/ }).click();
  await third.getByRole("link", { name: /^Gallery/ }).click();
  await expect(page).toHaveURL(`${origin}/pages/host.html?a.view=series&page=2&b.view=series#c.view=gallery&part`);
  await page.goBack();
  await expect(third.locator(".tab[aria-current] .name")).toHaveText("Timeline");
  await page.goBack();
  await expect(first.locator(".tab[aria-current] .name")).toHaveText("Timeline");
  await expect(second.locator(".tab[aria-current] .name")).toHaveText("Series");
  await expect(page).toHaveURL(`${origin}/pages/host.html?page=2&b.view=series#part`);
  expect(await page.title()).toBe("A host");
});

test("what the owner begins with is not written, and can be left", async ({ page, origin }) => {
  const element = await place(page, { state: "hash", view: "series", filters: "from=2024" });
  await expect(page).toHaveURL(`${origin}/pages/host.html`);
  await element.getByRole("link", { name: /^Timeline/ }).click();
  await expect(page).toHaveURL(/#view=timeline$/);
  await element.getByRole("link", { name: "All dates" }).click();
  await expect(page).toHaveURL(/#view=timeline&from$/);
  await expect(element.locator(".row")).toHaveCount(4);
  await page.reload();
  const again = await place(page, { state: "hash", view: "series", filters: "from=2024" });
  await expect(again.locator(".row")).toHaveCount(4);
});

test("the host's keys stay the host's", async ({ page }) => {
  const element = await place(page);
  await page.locator("body > h1").click();
  await page.keyboard.press("/");
  await expect(element.getByRole("textbox")).not.toBeFocused();
  await element.getByRole("link", { name: "A Bench for the Old Pear Tree" }).focus();
  await page.keyboard.press("/");
  await expect(element.getByRole("textbox")).toBeFocused();
});
