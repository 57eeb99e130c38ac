// Every snippet of the documentation, run or read as its reader would: pages in a browser, at the addresses that they name.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { expect, test } from "./fixtures.mjs";
import { around } from "./host.mjs";
import { dist, hashed, integrity, root, unpack, unzipped } from "./released.mjs";
import { small, types } from "./server.mjs";
import { snippets } from "./snippets.mjs";

const inLanguage = (language) => snippets.filter((snippet) => snippet.language === language);
const page = "https://blog.example/archive/";
const loader = '<script type="module" src="/explore/blog-explorer.js"></script>';
const element = '<blog-explorer sitemap="/sitemap.xml" loading="eager"></blog-explorer>';

/** The addresses that the documentation names: the blog, with the app under /explore/, and another host that has the app at its top. */
async function answer(context, html, headers = {}) {
  const policies = { "access-control-allow-origin": "*", "cross-origin-resource-policy": "cross-origin" };
  await context.route(/^https:\/\/(blog|explorer)\.example\//, (route) => {
    const { pathname } = new URL(route.request().url());
    if (route.request().url() === page) return route.fulfill({ contentType: "text/html; charset=utf-8", body: html, headers });
    if (/sitemap[\w-]*\.xml$/.test(pathname)) return route.fulfill({ contentType: "application/xml", body: small, headers: policies });
    const name = pathname.replace(/^(\/assets)?\/explore\//, "/").slice(1) || "index.html";
    const file = join(dist, name);
    return existsSync(file)
      ? route.fulfill({ body: readFileSync(file), contentType: types[extname(name)], headers: policies })
      : route.fulfill({ status: 404, body: "Not found" });
  });
}

/** What a snippet leaves open: the integrity of this release, and the addresses that a site generator writes. */
const filled = (text) =>
  text
    .replaceAll("sha384-…", integrity(readFileSync(join(dist, "blog-explorer.js"))))
    .replace(/\{\{ "\/?([^"]+)" \| (relURL|relative_url) \}\}/g, "/$1");

for (const { name, text } of ["html", "go-html-template", "liquid"].flatMap(inLanguage)) {
  test(`${name} shows the posts`, async ({ page: tab }) => {
    const html = filled(text);
    expect(html).not.toMatch(/\{\{|…"/);
    await answer(tab, around(html, html.includes("<script") || !html.includes("<blog-explorer") ? "" : loader));
    await tab.goto(page);
    const link = tab.locator('body > a[href*="?sitemap="]');
    if (await link.count()) await link.click();
    const inside = html.includes("<iframe") ? tab.frameLocator("iframe") : tab;
    await inside.locator("blog-explorer").scrollIntoViewIfNeeded();
    await expect(inside.locator("blog-explorer .masthead .figures")).toContainText("4 posts");
    await expect(inside.locator("blog-explorer [part=root]")).toBeVisible();
    if (html.includes("blog-explorer:height")) {
      const height = () => tab.locator("iframe").evaluate((frame) => frame.style.height);
      await expect.poll(height).toMatch(/^\d+(\.\d+)?px$/);
    }
  });
}

for (const { name, text } of inLanguage("css")) {
  test(`${name} gives the element its colours and fonts`, async ({ page: tab }) => {
    const theme = /theme="(\w+)"/.exec(text)?.[1];
    await answer(tab, around(element.replace(">", theme ? ` theme="${theme}">` : ">"), `${loader}<style>${text}</style>`));
    for (const colorScheme of ["light", "dark"]) {
      await tab.emulateMedia({ colorScheme });
      await tab.goto(page);
      await expect(tab.locator(".row").first()).toBeVisible();
      const said = [...text.matchAll(/--be-(\w+): ([^;]+);/g)];
      expect(said.length).toBeGreaterThan(0);
      for (const [, property, value] of said) {
        const [wanted, got] = await tab.locator(".explorer").evaluate(computed, { property, value, scheme: theme ?? colorScheme });
        expect.soft(got, `--be-${property}, ${colorScheme}`).toBe(wanted);
      }
      if (text.includes("::part(root)")) await expect(tab.locator("[part=root]")).toHaveCSS("border-top-style", "solid");
    }
  });
}

/** What `value` comes to, and what came of it inside the element. Runs in the browser. */
function computed(explorer, { property, value, scheme }) {
  const style = /^(serif|sans)$/.test(property) ? "fontFamily" : "color";
  const probe = (parent, value) => {
    const span = document.createElement("span");
    span.style.colorScheme = scheme;
    span.style[style] = value;
    parent.append(span);
    const found = getComputedStyle(span)[style];
    span.remove();
    return found;
  };
  return [probe(document.body, value), probe(explorer, `var(--${property})`)];
}

for (const { name, text } of inLanguage("http")) {
  test(`${name} lets the element work and nothing is refused`, async ({ page: tab }) => {
    const headers = Object.fromEntries(
      text
        .trim()
        .split("\n")
        .map((line) => line.split(/: (.*)/).slice(0, 2)),
    );
    const from = text.includes("explorer.example")
      ? loader.replace("/explore", "https://explorer.example").replace("></", " crossorigin></")
      : loader;
    // The icon is the test's, which a policy does not allow for.
    await answer(tab, around(element, from).replace(/<link rel="icon"[^>]*>/, ""), headers);
    await tab.goto(page);
    await expect(tab.locator(".masthead .figures")).toContainText("4 posts");
    await tab.getByRole("button", { name: /^Series/ }).click();
    await expect(tab.locator("article.series")).toHaveCount(1);
  });
}

/** What `node` or a shell says of a script that it only reads. */
function read(command, args, ending, text) {
  const folder = mkdtempSync(join(tmpdir(), "blog-explorer-"));
  const file = join(folder, `snippet${ending}`);
  writeFileSync(file, text);
  try {
    execFileSync(command, [...args, file], { stdio: "pipe" });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

for (const { name, text } of inLanguage("js")) {
  test(`${name} is JavaScript`, async ({ page: tab }) => {
    read("node", ["--check"], ".mjs", text);
    // What is imported or exported is a bundler's: npm.spec.mjs has it.
    if (/^(import|export) /m.test(text) || /\.(show|search|refresh)\(/.test(text)) return;
    await answer(tab, around(element, loader));
    await tab.goto(page);
    await expect(tab.locator(".row").first()).toBeVisible();
    await tab.addScriptTag({ type: "module", content: text });
    await expect(tab.locator(".row").first()).toBeVisible();
  });
}

// What builds the project is what runs these tests; the targets are there.
for (const { name, text } of inLanguage("sh").filter(({ text }) => /^(make|cargo) /m.test(text))) {
  test(`${name} names commands that are there`, () => {
    read("bash", ["-n"], ".sh", text);
    const targets = readFileSync(join(root, "Makefile"), "utf8");
    for (const [, target] of text.matchAll(/^make (\w+)/gm)) expect(targets).toMatch(new RegExp(`^${target}:`, "m"));
    for (const [, example] of text.matchAll(/--example (\w+)/g)) expect(existsSync(join(root, `examples/${example}.rs`))).toBe(true);
    expect(text.match(/^(?!make |cargo ).+/m)).toBe(null);
  });
}

for (const { name, text } of inLanguage("sh").filter(({ text }) => !/^(make|cargo) /m.test(text))) {
  test(`${name} does its work beside the unpacked release`, () => {
    const folder = mkdtempSync(join(tmpdir(), "blog-explorer-"));
    for (const part of ["app", "hosting"]) unpack(unzipped(), `${part}/`, join(folder, part));
    for (const path of ["bin", "explore", "root/etc/nginx", "root/var/www/html"]) mkdirSync(join(folder, path), { recursive: true });
    // What would reach out of here only says what it was asked.
    for (const command of ["nginx", "aws", "curl"])
      writeFileSync(join(folder, "bin", command), `#!/bin/sh\necho ${command} "$@"\n`, { mode: 0o755 });
    const script = text.replace(/ (\/etc|\/var)\//g, ` ${folder}/root$1/`);
    const env = { ...process.env, PATH: `${folder}/bin:${process.env.PATH}` };
    const said = execFileSync("bash", ["-euc", script], { cwd: folder, env, encoding: "utf8" });
    const put = readdirSync(folder, { recursive: true }).filter((path) => /root\/.*(blog-explorer\.(conf|js)|\.htaccess)$/.test(path));
    expect(said.length + put.length).toBeGreaterThan(0);
    if (text.includes("/var/www/html/explore")) expect(put).toContain("root/var/www/html/explore/blog-explorer.js");
    if (text.includes(".htaccess")) expect(put).toContain("root/var/www/html/explore/.htaccess");
    if (text.includes("nginx.conf")) expect(put).toContain("root/etc/nginx/blog-explorer.conf");
    rmSync(folder, { recursive: true });
  });
}

for (const { name, text } of inLanguage("json")) test(`${name} is JSON`, () => void JSON.parse(text));

test("there is no snippet in a language that is not tested", () => {
  const tested = ["html", "go-html-template", "liquid", "css", "http", "js", "sh", "json"];
  // npm.spec.mjs builds and opens these; hosting.spec.mjs includes the file that this names.
  const elsewhere = ["jsx", "vue", "svelte", "ts", "nginx"];
  for (const { name, language } of snippets) expect([...tested, ...elsewhere], name).toContain(language);
});

test("every attribute, event, custom property and part is in the documentation, and no other", () => {
  const guide = readFileSync(join(root, "docs/embedding.md"), "utf8");
  const rows = (pattern) => [...guide.matchAll(new RegExp(`^\\| \`(${pattern})\``, "gm"))].map(([, name]) => name).sort();
  const typed = readFileSync(join(root, "assets/package/blog-explorer.d.ts"), "utf8");
  const options = /interface BlogExplorerOptions \{([^]*?)\n\}/.exec(typed)[1];
  const [attributes, parts] = [guide.slice(0, guide.indexOf("## Events")), guide.slice(guide.indexOf("## Looks"))].map((text) =>
    [...text.matchAll(/^\| `([a-z]+)`/gm)].map(([, name]) => name).sort(),
  );
  expect(attributes).toEqual([...options.matchAll(/^ {2}(\w+)\?:/gm)].map(([, name]) => name).sort());
  const views = readdirSync(join(root, "src/ui"), { recursive: true })
    .filter((name) => name.endsWith(".rs"))
    .map((name) => readFileSync(join(root, "src/ui", name), "utf8"));
  const marked = new Set(["root", ...[...views.join("").matchAll(/ part="(\w+)"/g)].map(([, name]) => name)]);
  expect(parts).toEqual([...marked].sort());
  expect(rows("blog-explorer-\\w+")).toEqual([...typed.matchAll(/"(blog-explorer-\w+)": CustomEvent/g)].map(([, name]) => name).sort());
  const css = Object.keys(Object.fromEntries(unzipped())).find(
    (name) => hashed.test(name) && name.startsWith("app/blog-explorer") && name.endsWith(".css"),
  );
  const properties = new Set(
    [
      ...unzipped()
        .get(css)
        .toString()
        .matchAll(/var\((--be-\w+)/g),
    ].map(([, name]) => name),
  );
  expect(rows("--be-\\w+")).toEqual([...properties].sort());
});

test("links between the pages of the documentation lead somewhere", () => {
  for (const from of [
    "README.md",
    "CHANGELOG.md",
    "docs/embedding.md",
    "docs/hosting.md",
    "docs/platforms.md",
    ".github/SECURITY.md",
    ".github/CONTRIBUTING.md",
  ]) {
    const text = readFileSync(join(root, from), "utf8");
    for (const [, target] of text.matchAll(/\]\((?!https?:)([^)\s]+)\)/g)) {
      const [path, anchor] = target.split("#");
      const to = path ? join(root, from, "..", path) : join(root, from);
      expect(existsSync(to), `${from}: ${target}`).toBe(true);
      if (!anchor) continue;
      const anchors = [...readFileSync(to, "utf8").matchAll(/^#+ (.+)$/gm)].map(([, title]) =>
        title
          .toLowerCase()
          .replace(/[^\w\- ]/g, "")
          .replaceAll(" ", "-"),
      );
      expect(anchors, `${from}: ${target}`).toContain(anchor);
    }
  }
});
