// The same element in someone else's page: narrow, with hostile styles, two of them, one without its sitemap.
import { expect, expectAccessible, test } from "./fixtures.mjs";

test.use({ expectedErrors: [/Failed to load resource/] });

test("two elements explore for themselves and leave the host alone", async ({ page, origin }) => {
  await page.goto(`${origin}/pages/embed.html`);
  const first = page.locator("#first");
  await expect(first.locator(".masthead .figures")).toContainText("4 posts");
  await expect(page.locator("#second").getByRole("alert")).toContainText("There is no sitemap at this address");

  const title = first.getByRole("link", { name: "A Bench for the Old Pear Tree" });
  await expect(title).toHaveAttribute("href", "https://small.example/2023/05/17/a-bench-for-the-old-pear-tree/");
  await expect(title).toHaveCSS("letter-spacing", "normal");
  await title.click();
  await expect(first.locator("dialog.panel")).toBeVisible();
  expect(page.url()).toBe(`${origin}/pages/embed.html`);
  await page.keyboard.press("Escape");
  await expect(first.locator("dialog.panel")).toBeHidden();

  await first.getByRole("button", { name: /^Series/ }).click();
  await expect(first.locator("article.series")).toHaveCount(1);
  await page.locator("#host-link").click();
  await expect(page).toHaveURL(/\?page=2$/);
});

test("an element that leaves and comes back starts anew", async ({ page, origin }) => {
  await page.goto(`${origin}/pages/embed.html`);
  const first = page.locator("#first");
  await expect(first.locator(".row").first()).toBeVisible();
  await first.evaluate(async (element) => {
    const parent = element.parentElement;
    element.remove();
    await new Promise((done) => setTimeout(done));
    if (element.shadowRoot.querySelector("[part=root]")) throw new Error("it left something behind");
    parent.append(element);
  });
  await expect(first.locator(".row").first()).toBeVisible();
  await expect(first.locator("[part=root]")).toHaveCount(1);
});
