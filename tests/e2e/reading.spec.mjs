// Topics, insights, and what a reader marks: on the whole real sitemap, as a person would.
import { readFileSync } from "node:fs";
import { expect, expectAccessible, needsReal, test } from "./fixtures.mjs";

const real = "sitemap=/fixtures/real.xml";
const first = "The Three Durable Function Forms";

test.beforeEach(() => needsReal());

for (const colorScheme of ["light", "dark"]) {
  for (const [view, mark] of [
    ["topics", ".topic"],
    ["insights", ".months .cell"],
  ]) {
    test(`${view} are accessible, ${colorScheme}, wide and at 320 px`, async ({ page, origin }) => {
      await page.emulateMedia({ colorScheme });
      await page.goto(`${origin}/?${real}&view=${view}`);
      await expect(page.locator(mark).first()).toBeVisible();
      await expectAccessible(page);
      await page.setViewportSize({ width: 320, height: 640 });
      await expectAccessible(page);
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(wider).toBeLessThanOrEqual(0);
    });
  }
}

test("a topic leads to its posts, as many as it said", async ({ page, origin }) => {
  await page.goto(`${origin}/?${real}&view=topics`);
  const topic = page.locator(".topic a").first();
  const posts = Number(await topic.locator(".count").textContent());
  expect(posts).toBeGreaterThan(0);
  await topic.click();
  await expect(page).toHaveURL(/topic=/);
  await expect(page.getByText(`${posts} of 219 posts`)).toBeVisible();
});

test("a month of the table leads to that month, and a pause to what is around it", async ({ page, origin }) => {
  await page.goto(`${origin}/?${real}&view=insights`);
  await page.getByRole("link", { name: "January 2016: 11 posts" }).click();
  await expect(page.locator(".row")).toHaveCount(11);
  await page.goBack();
  await page.getByRole("link", { name: "12 months" }).click();
  await expect(page.locator(".gap")).toContainText("no posts for a year");
  await expect(page.getByRole("heading", { name: "May 2020" })).toBeVisible();
});

test("posts are marked by keys, counted, filtered, and still marked after a reload", async ({ page, origin }) => {
  await page.goto(`${origin}/?${real}`);
  await expect(page.getByRole("link", { name: first })).toBeVisible();
  await page.keyboard.press("j");
  await expect(page.getByRole("link", { name: first })).toBeFocused();
  await page.keyboard.press("m");
  await page.keyboard.press("j");
  await page.keyboard.press("s");
  const unread = page.getByRole("link", { name: "Unread 218" });
  await expect(unread).toBeVisible();
  await expectAccessible(page);
  await page.reload();
  await expect(page.getByRole("link", { name: "Starred 1" })).toBeVisible();
  await unread.click();
  await expect(page).toHaveURL(/is=unread/);
  await expect(page.getByRole("link", { name: first })).toHaveCount(0);
  await page.getByRole("link", { name: "Show everything" }).click();
  await page.getByRole("link", { name: "Starred 1" }).click();
  await expect(page.locator(".row")).toHaveCount(1);
});

test("what is marked in one tab is marked in another", async ({ page, context, origin }) => {
  await page.goto(`${origin}/?${real}`);
  await expect(page.getByRole("link", { name: first })).toBeVisible();
  const other = await context.newPage();
  await other.goto(`${origin}/?${real}`);
  await expect(other.getByRole("link", { name: first })).toBeVisible();
  await page.keyboard.press("j");
  await page.keyboard.press("m");
  await expect(other.locator(".row.read .title")).toHaveText(first);
});

test("marks go out to a file and come back where none are", async ({ page, browser, origin }) => {
  await page.goto(`${origin}/?${real}`);
  await expect(page.getByRole("link", { name: first })).toBeVisible();
  await page.keyboard.press("j");
  await page.keyboard.press("m");
  await page.keyboard.press("?");
  const menu = page.getByRole("dialog", { name: "More" });
  await expect(menu).toBeVisible();
  await expectAccessible(page);
  const saving = page.waitForEvent("download");
  await menu.getByRole("button", { name: "Save marks to a file" }).click();
  const path = await (await saving).path();
  expect(JSON.parse(readFileSync(path, "utf8"))).toMatchObject({
    blogExplorer: 1,
    blogs: { "jack-vanlightly.com": { read: [expect.any(String)] } },
  });

  const elsewhere = await browser.newPage();
  await elsewhere.goto(`${origin}/?${real}`);
  await elsewhere.getByRole("button", { name: "More" }).click();
  await elsewhere.locator("input[type=file]").setInputFiles(path);
  await expect(elsewhere.getByText("The marks on 1 blog were added.")).toBeVisible();
  await elsewhere.keyboard.press("Escape");
  await expect(elsewhere.getByRole("button", { name: "More" })).toBeFocused();
  await expect(elsewhere.locator(".row.read .title")).toHaveText(first);

  await elsewhere.keyboard.press("?");
  await elsewhere.locator("input[type=file]").setInputFiles({ name: "no.json", mimeType: "application/json", buffer: Buffer.from("{") });
  await expect(elsewhere.getByText("Nothing was added")).toBeVisible();
  await elsewhere.close();
});

test("marks work where nothing can be kept, and say so", async ({ page, origin }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await page.goto(`${origin}/?${real}`);
  await expect(page.getByRole("link", { name: first })).toBeVisible();
  await page.keyboard.press("j");
  await page.keyboard.press("m");
  await expect(page.locator(".row.read .title")).toHaveText(first);
  await expect(page.getByRole("status").filter({ hasText: "lets the page keep nothing" })).toBeVisible();
});

test("what is shown is saved in every format", async ({ page, origin }) => {
  await page.goto(`${origin}/?${real}&section=analyses`);
  await page.getByRole("button", { name: "More" }).click();
  for (const [name, ending, count] of [
    ["Table (CSV)", "csv", (text) => text.trim().split("\n").length - 1],
    ["Data (JSON)", "json", (text) => JSON.parse(text).length],
    ["Text (Markdown)", "md", (text) => text.match(/^- \[/gm).length],
    ["Outline (OPML)", "opml", (text) => text.match(/<outline /g).length],
    ["Calendar (iCalendar)", "ics", (text) => text.match(/BEGIN:VEVENT/g).length],
  ]) {
    const saving = page.waitForEvent("download");
    await page.getByRole("button", { name }).click();
    const file = await saving;
    expect(file.suggestedFilename()).toBe(`jack-vanlightly.com.${ending}`);
    expect(count(readFileSync(await file.path(), "utf8"))).toBe(41);
  }
});

test("a series tells how far one has read, and what comes next", async ({ page, origin }) => {
  await page.goto(`${origin}/?${real}&view=series&q=rabbitmq+vs+kafka`);
  const series = page.locator("article.series").filter({ has: page.getByRole("heading", { name: /RabbitMQ vs Kafka/i }) });
  await expect(series.locator(".part")).toHaveCount(7);
  await series.locator(".part .title").first().focus();
  await page.keyboard.press("m");
  await expect(series.locator(".progress")).toContainText("1 of 7 read");
  await expectAccessible(page);
});

test("the list on paper has every post", async ({ page, origin }) => {
  await page.goto(`${origin}/?${real}`);
  await expect(page.getByRole("link", { name: first })).toBeVisible();
  expect(await page.locator(".row").count()).toBeLessThan(219);
  await page.evaluate(() => {
    window.print = () => (window.printed = document.querySelector("blog-explorer").shadowRoot.querySelectorAll(".row").length);
  });
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("button", { name: "Print" }).click();
  await expect.poll(() => page.evaluate(() => window.printed)).toBe(219);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await expect.poll(() => page.locator(".row").count()).toBeLessThan(219);
});

test("a number goes to a view, but not while one types", async ({ page, origin }) => {
  await page.goto(`${origin}/?${real}`);
  await expect(page.getByRole("link", { name: first })).toBeVisible();
  await page.keyboard.press("5");
  await expect(page).toHaveURL(/view=insights/);
  await page.keyboard.press("/");
  await page.keyboard.type("2");
  await expect(page).toHaveURL(/q=2/);
  await expect(page).toHaveURL(/view=insights/);
});
