// The main job, walked on the whole real sitemap as a person would.
import { expect, expectAccessible, needsReal, test } from "./fixtures.mjs";

const real = "?sitemap=/fixtures/real.xml";

test.beforeEach(() => needsReal());

test("the whole blog is explored: timeline, series, gallery, search, panel and lightbox", async ({ page, origin }) => {
  await page.goto(`${origin}/${real}`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(/jack.?vanlightly/i);
  await expect(page.locator(".masthead .figures")).toContainText("219 posts");
  await expect(page.getByRole("link", { name: /^Gallery/ })).toContainText("922");
  const facets = page.getByRole("group", { name: "Sections" });
  await expect(facets).toContainText("Blog153");
  await expect(facets).toContainText("Analyses41");
  await expect(facets).toContainText("Sketches25");

  await expect(page.getByRole("heading", { name: /December 2025/ })).toBeVisible();
  await expect(page.getByRole("link", { name: "The Three Durable Function Forms" })).toBeVisible();
  await expect(page.locator("body")).not.toContainText("Make it stand out");
  await expectAccessible(page);

  await page.getByRole("link", { name: /^Analyses/ }).click();
  await expect(page).toHaveURL(/section=analyses/);
  await expect(page.getByText("41 of 219 posts")).toBeVisible();
  await page.getByRole("link", { name: "Show everything" }).click();

  await page.getByRole("link", { name: /^Series/ }).click();
  await page.keyboard.press("/");
  await page.keyboard.type("rabbitmq vs kafka");
  const series = page.locator("article.series").filter({ has: page.getByRole("heading", { name: /RabbitMQ vs Kafka/i }) });
  await expect(series.locator(".part")).toHaveCount(7);
  await expectAccessible(page);
  await page.keyboard.press("Escape");

  await page.getByRole("link", { name: /^Gallery/ }).click();
  await expect(page.locator(".gallery figure").first()).toBeVisible();
  expect(await page.locator("img").count()).toBeLessThanOrEqual(80);
  await expect(page.locator("body")).not.toContainText("the way you tell your story online");
  await expectAccessible(page);

  await page.locator(".gallery .frame").first().click();
  const lightbox = page.locator("dialog.lightbox");
  await expect(lightbox).toBeVisible();
  await expect(page).toHaveURL(/image=/);
  await expectAccessible(page);
  await page.keyboard.press("ArrowRight");
  await expect(lightbox).toContainText("2 of 11");
  await page.keyboard.press("Escape");
  await expect(lightbox).toBeHidden();
});

test("reload and Back give the same screen", async ({ page, origin }) => {
  await page.goto(`${origin}/${real}`);
  await page.getByRole("link", { name: "The Three Durable Function Forms" }).click();
  const panel = page.locator("dialog.panel");
  await expect(panel.getByRole("heading", { level: 2 })).toHaveText("The Three Durable Function Forms");
  await expect(panel.getByRole("link", { name: "Read on the blog" })).toHaveAttribute(
    "href",
    "https://jack-vanlightly.com/blog/2025/12/10/the-three-durable-function-forms",
  );
  await expectAccessible(page);
  const address = page.url();
  await page.reload();
  await expect(panel.getByRole("heading", { level: 2 })).toHaveText("The Three Durable Function Forms");
  expect(page.url()).toBe(address);
  await page.goBack();
  await expect(panel).toBeHidden();
  await expect(page.getByRole("heading", { name: /December 2025/ })).toBeVisible();
});

test("closing what a click opened is the same as going back", async ({ page, origin }) => {
  await page.goto(`${origin}/${real}`);
  const row = page.getByRole("link", { name: "The Three Durable Function Forms" });
  await row.click();
  await expect(page.locator("dialog.panel")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.locator("dialog.panel")).toBeHidden();
  await expect(row).toBeFocused();
  await page.goForward();
  await expect(page.locator("dialog.panel")).toBeVisible();
});

test("search finds words, forgives a slip, and says where it found them", async ({ page, origin }) => {
  await page.goto(`${origin}/${real}`);
  const box = page.getByRole("textbox", { name: /Search/ });
  await box.fill("bookkeper");
  await expect(page.locator(".row").first()).toBeVisible();
  await expect(page.locator(".row .title").filter({ hasText: "BookKeeper" }).first()).toBeVisible();
  await box.fill("kafka -redpanda");
  await expect(page).toHaveURL(/q=kafka/);
  await expect(page.locator(".row mark").first()).toHaveText(/kafka/i);
  await expect(page.locator(".row .title").filter({ hasText: "Redpanda" })).toHaveCount(0);
  await box.fill("zzzzqqqq");
  await expect(page.getByText("Nothing matches")).toBeVisible();
  await page.getByRole("button", { name: "Show everything" }).click();
  await expect(page.getByRole("heading", { name: /December 2025/ })).toBeVisible();
});

test("dates are chosen on the strip by keys and by dragging", async ({ page, origin }) => {
  await page.goto(`${origin}/${real}`);
  const from = page.getByRole("slider", { name: "From" });
  await from.focus();
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowLeft");
  await expect(page).toHaveURL(/from=2025-11/);
  await expect(from).toHaveAttribute("aria-valuetext", "November 2025");
  await page.keyboard.press("Escape");
  await expect(page).not.toHaveURL(/from=/);
  const plot = await page.locator(".plot").boundingBox();
  await page.mouse.move(plot.x + plot.width * 0.2, plot.y + 20);
  await page.mouse.down();
  await page.mouse.move(plot.x + plot.width * 0.4, plot.y + 20, { steps: 5 });
  await page.mouse.up();
  await expect(page).toHaveURL(/from=.*to=/);
  await expect(page.getByText(/of 219 posts/)).toBeVisible();
});

test("the document stays small however far one scrolls", async ({ page, origin }) => {
  await page.goto(`${origin}/${real}`);
  for (let turn = 0; turn < 12; turn += 1) {
    await page.mouse.wheel(0, 1500);
    await expect(page.locator(".row").first()).toBeAttached();
  }
  const count = await page.locator("blog-explorer").evaluate((element) => element.shadowRoot.querySelectorAll("*").length);
  expect(count).toBeLessThanOrEqual(2500);
  expect(await page.locator("img").count()).toBeLessThanOrEqual(80);
});
