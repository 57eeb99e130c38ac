// The page that writes the lines for an owner's own page: what is chosen is written, shown, and works where it is put.
import { expect, expectAccessible, test } from "./fixtures.mjs";

const preview = (page) => page.locator("#preview blog-explorer");
const snippet = (page) => page.locator("#snippet");

test("what is chosen is written and shown", async ({ page, origin }) => {
  await page.goto(`${origin}/explore/your-site.html`);
  await expect(snippet(page)).toHaveText(
    `<script type="module" src="${origin}/explore/blog-explorer.js"></script>\n` +
      `<blog-explorer sitemap="/sitemap.xml" state="query"><a href="/sitemap.xml">All posts</a></blog-explorer>`,
  );
  await expect(preview(page).locator(".masthead .figures")).toContainText("219 posts");
  await page.getByLabel("First view").selectOption("Series");
  await expect(preview(page).locator(".tab[aria-current] .name")).toHaveText("Series");
  await page.getByRole("checkbox", { name: "Gallery" }).uncheck();
  await expect(preview(page).locator(".tab")).toHaveCount(4);
  await page.getByLabel("Heading").fill('My "own" words & more');
  await expect(preview(page).getByRole("heading", { level: 1 })).toHaveText('My "own" words & more');
  await page.locator("#choices").getByLabel("Colours").selectOption("Dark");
  await expect(preview(page).locator(".explorer")).toHaveCSS("color-scheme", "dark");
  await expect(snippet(page)).toContainText(
    'view="series" views="timeline series topics insights" theme="dark" title="My &quot;own&quot; words &amp; more" state="query"',
  );
  await page.getByLabel("Your sitemap").fill(`${origin}/fixtures/small.xml`);
  await expect(preview(page).locator(".masthead .figures")).toContainText("4 posts");
  await page.getByLabel("A frame, where scripts").check();
  await expect(snippet(page)).toContainText(`src="${origin}/explore/embed.html?sitemap=`);
  const frame = page.frameLocator("#preview iframe");
  await expect(frame.locator("article.series")).toHaveCount(1);
  await expect(frame.getByRole("heading", { level: 1 })).toHaveText('My "own" words & more');
});

test("what is copied works in a page of one's own", async ({ page, origin, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(`${origin}/explore/your-site.html?sitemap=/fixtures/small.xml`);
  for (const way of ["An element", "A frame"]) {
    await page.getByLabel(way).check();
    await page.getByRole("button", { name: "Copy" }).click();
    await expect(page.getByText("Copied.")).toBeVisible();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    const own = await context.newPage();
    await own.route(`${origin}/own.html`, (route) =>
      route.fulfill({ contentType: "text/html", body: `<!doctype html><title>My own</title><body>${copied}` }),
    );
    await own.goto(`${origin}/own.html`);
    const place = way === "A frame" ? own.frameLocator("iframe") : own;
    await expect(place.locator(".masthead .figures")).toContainText("4 posts");
    await own.close();
  }
});

for (const width of [1280, 320])
  for (const colorScheme of ["light", "dark"])
    test(`it is accessible at ${width} px, ${colorScheme}`, async ({ page, origin }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      await page.goto(`${origin}/explore/your-site.html`);
      await preview(page).scrollIntoViewIfNeeded();
      await expect(preview(page).locator(".masthead .figures")).toContainText("219 posts");
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await expectAccessible(page);
    });
