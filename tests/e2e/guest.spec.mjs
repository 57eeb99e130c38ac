// The element as a guest: hostile style sheets, narrow places, odd places, other hosts, and no trace when it is gone.
import { expect, expectAccessible, test } from "./fixtures.mjs";
import { serve } from "./server.mjs";

const add = (page, html) =>
  page.evaluate(
    (html) => document.querySelector("#main").append(...new DOMParser().parseFromString(html, "text/html").body.children),
    html,
  );
const one = (more = "", id = "one") =>
  `<blog-explorer id="${id}" sitemap="/fixtures/small.xml" loading="eager" ${more}><a href="/archive">The archive</a></blog-explorer>`;
const rows = (page, id = "one") => page.locator(`#${id} .row`);

/** Where everything of an element stands and how its text is set, relative to the element. */
const layout = (page) =>
  page.locator("#one").evaluate((element) => {
    const root = element.shadowRoot.querySelector("[part=root]");
    const from = root.getBoundingClientRect();
    return [...root.querySelectorAll("h1, .tab, .search, input, .plot, .facet, h2, .row, .title, .day")].map((part) => {
      const { x, y, width, height } = part.getBoundingClientRect();
      const { color, fontFamily, fontSize, fontStyle, letterSpacing, lineHeight, textTransform } = getComputedStyle(part);
      const place = [x - from.x, y - from.y, width, height].map((length) => Math.round(length));
      return [
        part.className || part.localName,
        ...place,
        color,
        fontFamily,
        fontSize,
        fontStyle,
        letterSpacing,
        lineHeight,
        textTransform,
      ].join(" ");
    });
  });

for (const host of ["hostile", "reset"])
  test(`nothing that a host's style sheet says reaches in: ${host}`, async ({ page, origin }) => {
    await page.goto(`${origin}/pages/isolated.html`);
    await page.evaluate(() => {
      document.body.style.margin = 0;
      return import("/explore/blog-explorer.js");
    });
    await add(page, one());
    await expect(rows(page)).toHaveCount(4);
    const alone = await layout(page);
    expect(alone.length).toBeGreaterThan(20);
    await page.goto(`${origin}/pages/${host}.html`);
    await add(page, one());
    await expect(rows(page)).toHaveCount(4);
    expect(await layout(page)).toEqual(alone);
  });

test("nothing of the element reaches out", async ({ page, origin }) => {
  await page.goto(`${origin}/pages/plain.html`);
  const before = await page.evaluate(() => [document.styleSheets.length, document.head.children.length, Object.keys(globalThis).length]);
  const title = await page.locator("body > h1").evaluate((title) => JSON.stringify(Object.entries(getComputedStyle(title))));
  await add(page, one());
  await expect(rows(page)).toHaveCount(4);
  expect(await page.evaluate(() => [document.styleSheets.length, document.head.children.length, Object.keys(globalThis).length])).toEqual(
    before,
  );
  expect(await page.locator("body > h1").evaluate((title) => JSON.stringify(Object.entries(getComputedStyle(title))))).toBe(title);
  expect(await page.title()).toBe("A host");
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test("a column of 280 px, and writing from right to left, are room enough", async ({ page, origin }) => {
  await page.goto(`${origin}/pages/isolated.html`);
  await page.evaluate(() => {
    document.querySelector("main").style.width = "280px";
    return import("/explore/blog-explorer.js");
  });
  await add(page, one('open="panel"'));
  for (const direction of ["ltr", "rtl"]) {
    await page.evaluate((direction) => (document.documentElement.dir = direction), direction);
    for (const view of ["timeline", "series", "gallery", "topics", "insights"]) {
      await page.locator("#one").evaluate((element, view) => element.show(view), view);
      await expect(page.locator(`#one .tab[aria-current]`)).toHaveText(new RegExp(view, "i"));
      const over = await page.locator("#one").evaluate((element) => {
        const bounds = element.getBoundingClientRect();
        return (
          [...element.shadowRoot.querySelectorAll("[part=root] *")]
            .filter((part) => !part.closest("dialog:not([open]), .unseen, svg"))
            // What scrolls sideways is wider inside than it is.
            .filter((part) => !part.parentElement.closest(".views, .choices, .months"))
            .filter((part) => {
              const { left, right, width } = part.getBoundingClientRect();
              return width && (left < bounds.left - 1 || right > bounds.right + 1);
            })
            .map((part) => part.className || part.localName)
        );
      });
      expect(over, `${view} ${direction}`).toEqual([]);
    }
  }
  await expectAccessible(page);
});

test("in a form it submits nothing, in a dialog Escape clears the search first", async ({ page, origin }) => {
  await page.goto(`${origin}/pages/plain.html`);
  await add(
    page,
    `<dialog id="dialog"><form action="/elsewhere" method="get"><input name="own" value="1">${one()}<button>Send</button></form></dialog>`,
  );
  await page.evaluate(() => document.querySelector("#dialog").showModal());
  await expect(rows(page)).toHaveCount(4);
  const search = page.locator("#one").getByRole("textbox");
  await search.fill("pear");
  await search.press("Enter");
  await expect(rows(page)).toHaveCount(1);
  expect(page.url()).toBe(`${origin}/pages/plain.html`);
  expect(await page.evaluate(() => [...new FormData(document.querySelector("form")).keys()])).toEqual(["own"]);
  await search.press("Escape");
  await expect(search).toHaveValue("");
  await expect(page.locator("#dialog")).toBeVisible();
});

test("hidden at first, it is there when it is shown", async ({ page, origin }) => {
  await page.goto(`${origin}/pages/plain.html`);
  await add(page, `<div id="box" hidden>${one()}${one('loading="lazy"', "two").replace('loading="eager"', "")}</div>`);
  await expect(page.locator("#one .masthead .figures")).toContainText("4 posts");
  await expect(page.locator("#two [part=root]")).toHaveCount(0);
  await page.evaluate(() => (document.querySelector("#box").hidden = false));
  await expect(rows(page)).toHaveCount(4);
  await page.locator("#two").scrollIntoViewIfNeeded();
  await expect(rows(page, "two")).toHaveCount(4);
});

test("moved in the document it keeps what it shows", async ({ page, origin }) => {
  await page.goto(`${origin}/pages/plain.html`);
  await add(page, `<div id="from">${one()}</div><div id="to"></div>`);
  await page.locator("#one").getByRole("textbox").fill("pear");
  await expect(rows(page)).toHaveCount(1);
  await page.evaluate(() => document.querySelector("#to").append(document.querySelector("#one")));
  await expect(page.locator("#to #one").getByRole("textbox")).toHaveValue("pear");
  await expect(rows(page)).toHaveCount(1);
  await expect(page.locator("#one [part=root]")).toHaveCount(1);
});

test("two hundred comings and goings leave nothing behind", async ({ page, origin }) => {
  test.slow();
  await page.goto(`${origin}/pages/plain.html`);
  const client = await page.context().newCDPSession(page);
  await client.send("Performance.enable");
  const round = (times) =>
    page.evaluate(async (times) => {
      for (let time = 0; time < times; time += 1) {
        const element = document.createElement("blog-explorer");
        element.setAttribute("loading", "eager");
        element.setAttribute("sitemap", "/fixtures/small.xml");
        const ready = new Promise((resolve) => element.addEventListener("blog-explorer-ready", resolve, { once: true }));
        document.querySelector("#main").append(element);
        await ready;
        element.remove();
        await new Promise((done) => setTimeout(done));
      }
    }, times);
  const measure = async () => {
    await client.send("HeapProfiler.collectGarbage");
    const { metrics } = await client.send("Performance.getMetrics");
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
  };
  await round(20);
  const before = await measure();
  await round(200);
  const after = await measure();
  expect(after.Nodes - before.Nodes).toBeLessThan(50);
  expect(after.JSEventListeners - before.JSEventListeners).toBeLessThan(10);
  // Two hundred explorers of this blog would be some hundred MB; a byte a round would not show.
  expect(after.JSHeapUsedSize - before.JSHeapUsedSize).toBeLessThan(1 << 20);
});

test("three blogs on one page know nothing of one another", async ({ page, origin }) => {
  await page.goto(`${origin}/pages/plain.html`);
  await add(page, one() + one('view="series"', "two") + one("", "three").replace("small.xml", "cut.xml"));
  await expect(rows(page)).toHaveCount(4);
  await expect(page.locator("#two article.series")).toHaveCount(1);
  await expect(page.locator("#three .partial")).toBeVisible();
  await page.locator("#one").getByRole("textbox").fill("pear");
  await expect(rows(page)).toHaveCount(1);
  await expect(page.locator("#two").getByRole("textbox")).toHaveValue("");
});

test("from another host, with integrity, into a page that isolates itself", async ({ page, origin }) => {
  const { server, origin: elsewhere } = await serve({ prefixes: ["/cdn/"] });
  try {
    await page.goto(`${origin}/pages/isolated.html`);
    const integrity = await page.evaluate(async (address) => {
      const hash = await crypto.subtle.digest("SHA-384", await (await fetch(address)).arrayBuffer());
      return `sha384-${btoa(String.fromCharCode(...new Uint8Array(hash)))}`;
    }, `${elsewhere}/cdn/blog-explorer.js`);
    await page.evaluate(
      ([src, integrity]) => {
        const script = Object.assign(document.createElement("script"), { type: "module", src, integrity, crossOrigin: "anonymous" });
        document.head.append(script);
      },
      [`${elsewhere}/cdn/blog-explorer.js`, integrity],
    );
    await add(page, one());
    await expect(rows(page)).toHaveCount(4);
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  } finally {
    server.close();
  }
});

test("in a frame without storage it works all the same", async ({ page, origin }) => {
  await page.goto(`${origin}/pages/framed.html`);
  const frame = page.frameLocator("iframe");
  await expect(frame.locator("#one .row")).toHaveCount(4);
  await frame.getByRole("button", { name: /Colours/ }).click();
  await expect(frame.locator("#one .explorer")).toHaveAttribute("data-theme", "light");
});

test.describe("where the app cannot be loaded", () => {
  test.use({ expectedErrors: [/Failed to load resource|net::ERR_FAILED|could not be loaded/] });
  test("what the page put inside is shown, and the page is told", async ({ page, origin }) => {
    await page.route("**/*_bg.wasm", (route) => route.abort());
    await page.goto(`${origin}/pages/plain.html`);
    await page.evaluate(() => document.addEventListener("blog-explorer-error", (event) => (globalThis.error = event.detail)));
    await add(page, one());
    await expect.poll(() => page.evaluate(() => globalThis.error?.cause)).toBe("not-loaded");
    await expect(page.getByRole("link", { name: "The archive" })).toBeVisible();
  });
});

test("out of sight nothing but the loader is fetched", async ({ page, origin }) => {
  const fetched = [];
  page.on("request", (request) => fetched.push(new URL(request.url()).pathname));
  await page.goto(`${origin}/pages/isolated.html`);
  await page.evaluate(() => {
    document.querySelector("main").style.paddingTop = "5000px";
    return import("/explore/blog-explorer.js");
  });
  await add(page, one().replace('loading="eager"', ""));
  await expect(page.getByRole("link", { name: "The archive" })).toBeAttached();
  expect(fetched.filter((path) => path.startsWith("/explore/"))).toEqual(["/explore/blog-explorer.js"]);
  await page.locator("#one").scrollIntoViewIfNeeded();
  await expect(rows(page)).toHaveCount(4);
});
