// The other way in: embed.html in a frame on another host.
import { around, host } from "./host.mjs";
import { expect, expectAccessible, test } from "./fixtures.mjs";

/** A page that keeps what it is told, and follows the height as the documentation says. */
const listening = `<script>
  window.told = [];
  addEventListener("message", (event) => {
    const frame = document.querySelector("iframe");
    if (event.source !== frame.contentWindow) return;
    told.push({ origin: event.origin, data: event.data });
    if (event.data.type === "blog-explorer:height") frame.style.height = Math.min(event.data.height, 900) + "px";
  });
</script>`;
const frame = (address, attributes = "") => `<iframe title="Archive" width="600" height="120" src="${address}" ${attributes}></iframe>`;

let servers = [];
test.afterEach(() => {
  for (const server of servers) server.close();
  servers = [];
});

/** Opens a page of another host that frames `address`. */
async function open(page, address, { attributes, headers } = {}) {
  const { server, origin } = await host({ "/": { body: around(frame(address, attributes), listening), headers } });
  servers.push(server);
  await page.goto(`${origin}/`);
  return page.frameLocator("iframe");
}

const heights = (page) => page.evaluate(() => window.told.filter(({ data }) => data.type === "blog-explorer:height"));

test("a frame on another host shows the posts, and the page around it follows its height", async ({ page, origin }) => {
  const inside = await open(page, `${origin}/explore/embed.html?sitemap=/fixtures/small.xml`);
  await expect(inside.locator(".masthead .figures")).toContainText("4 posts");
  await expect(inside.getByRole("link", { name: "A Bench for the Old Pear Tree" })).toBeVisible();
  const height = () => inside.locator("blog-explorer").evaluate((element) => Math.ceil(element.getBoundingClientRect().height));
  await expect.poll(async () => (await heights(page)).at(-1)?.data.height).toBe(await height());
  expect((await heights(page)).at(-1).origin).toBe(origin);
  expect(await height()).toBeGreaterThan(120);
  await expectAccessible(page);
});

test("the view that the address asks for is shown, and kept in the frame's own address", async ({ page, origin }) => {
  const inside = await open(page, `${origin}/embed.html?sitemap=/fixtures/small.xml&view=series&theme=dark`);
  await expect(inside.locator("article.series")).toHaveCount(1);
  await expect(inside.locator("blog-explorer")).toHaveAttribute("theme", "dark");
  const outside = page.url();
  await inside.getByRole("link", { name: /^Gallery/ }).click();
  await expect(inside.getByText("The sitemap names no pictures")).toBeVisible();
  expect(page.url()).toBe(outside);
  expect(page.frames()[1].url()).toContain("view=gallery");
});

test("a page that hides where it is must say so itself", async ({ page, origin }) => {
  const quiet = { attributes: 'referrerpolicy="no-referrer"' };
  const inside = await open(page, `${origin}/embed.html?sitemap=/fixtures/small.xml`, quiet);
  await expect(inside.locator(".row").first()).toBeVisible();
  expect(await heights(page)).toEqual([]);

  const pages = {};
  const other = await host(pages);
  servers.push(other.server);
  const address = `${origin}/embed.html?sitemap=/fixtures/small.xml&origin=${encodeURIComponent(other.origin)}`;
  pages["/"] = { body: around(frame(address, quiet.attributes), listening) };
  await page.goto(`${other.origin}/`);
  await expect.poll(async () => (await heights(page)).length).toBeGreaterThan(0);
});

test.describe("another origin than the page's", () => {
  // The browser drops the message and says so.
  test.use({ expectedErrors: [/The target origin provided \('https:\/\/elsewhere\.example'\) does not match/] });
  test("is told nothing about a page that is not of it", async ({ page, origin }) => {
    const inside = await open(page, `${origin}/embed.html?sitemap=/fixtures/small.xml&origin=https://elsewhere.example`);
    await expect(inside.locator(".row").first()).toBeVisible();
    expect(await heights(page)).toEqual([]);
  });
});

test("opened by itself it is a page", async ({ page, origin }) => {
  await page.goto(`${origin}/embed.html?sitemap=/fixtures/small.xml&compact=1`);
  await expect(page.locator(".masthead .figures")).toContainText("4 posts");
  await expect(page.locator("blog-explorer")).toHaveAttribute("compact", "");
});
