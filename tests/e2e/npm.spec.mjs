// The npm package in somebody's site: installed from the tarball, type-checked, built with Vite, and opened. The components are those of the
// documentation.
import { execFile, spawn } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "./fixtures.mjs";
import { host } from "./host.mjs";
import { released, root } from "./released.mjs";
import { small } from "./server.mjs";
import { snippet, snippets } from "./snippets.mjs";

const run = promisify(execFile);
const site = join(root, "tests/site");
// Inside, so that the site finds Vite and the frameworks where .ci/node.sh installed them.
const made = join(site, "made");
const guide = "docs/embedding.md";

test.describe.configure({ mode: "serial" });

let served;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  rmSync(made, { recursive: true, force: true });
  cpSync(join(site, "pages"), made, { recursive: true });
  for (const [language, file] of Object.entries({ jsx: "Archive.jsx", vue: "Archive.vue", svelte: "Archive.svelte", ts: "plain.ts" }))
    writeFileSync(join(made, "src", file), snippet(guide, language));
  mkdirSync(join(made, "public"));
  writeFileSync(join(made, "public/sitemap.xml"), small);
  await run("npm", ["install", "--no-audit", "--no-fund", "--offline", released(".tgz")], { cwd: made });
  await run(join(site, "node_modules/.bin/vite"), ["build"], { cwd: made });
  // At a path that is not the one it was built at.
  served = await host({ "/sitemap.xml": { body: small, type: "application/xml" } }, { "/shop/archive/": join(made, "dist") });
});
test.afterAll(() => served?.server.close());

test("the types allow what is documented and refuse what is not", async () => {
  test.setTimeout(120_000);
  const { stdout } = await run(join(site, "node_modules/.bin/tsc"), ["--project", made]).catch((error) => error);
  expect(stdout).toBe("");
});

test("imported on a server it does nothing", async () => {
  mkdirSync(join(made, "server"), { recursive: true });
  writeFileSync(join(made, "server/index.mjs"), 'import "blog-explorer";\nimport "blog-explorer/react";\nconsole.log("there");\n');
  expect((await run("node", ["server/index.mjs"], { cwd: made })).stdout).toBe("there\n");
});

test("the build has the files of the element once, and the WebAssembly as it was", () => {
  const assets = readdirSync(join(made, "dist/assets"));
  const wasm = assets.filter((name) => name.endsWith(".wasm"));
  expect(wasm).toHaveLength(1);
  const original = readdirSync(join(root, "dist")).find((name) => name.endsWith(".wasm"));
  expect(readFileSync(join(made, "dist/assets", wasm[0])).equals(readFileSync(join(root, "dist", original)))).toBe(true);
});

for (const framework of ["react", "vue", "svelte"]) {
  test(`${framework}: the posts are there`, async ({ page }) => {
    await page.goto(`${served.origin}/shop/archive/${framework}.html`);
    await expect(page.locator(".masthead .figures")).toContainText("4 posts");
    await expect(page.getByRole("link", { name: "A Bench for the Old Pear Tree" })).toBeVisible();
  });
}

test("the development server shows the posts too, set up as the documentation says", async ({ page }) => {
  const [{ text }] = snippets.filter(({ page, text }) => page === guide && text.includes("optimizeDeps"));
  writeFileSync(join(made, "documented.js"), text);
  writeFileSync(
    join(made, "development.js"),
    'import { mergeConfig } from "vite";\nimport own from "./vite.config.js";\nimport documented from "./documented.js";\nexport default mergeConfig(own, documented);\n',
  );
  const vite = spawn(join(site, "node_modules/.bin/vite"), ["--config", "development.js", "--logLevel", "info", "--host", "127.0.0.1"], {
    cwd: made,
  });
  try {
    const address = await new Promise((resolve, reject) => {
      let said = "";
      vite.stdout.on("data", (bytes) => {
        said += bytes;
        const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said.replace(/\x1b\[\d+m/g, ""));
        if (found) resolve(found[0]);
      });
      vite.once("exit", () => reject(new Error(`Vite did not start: ${said}`)));
    });
    await page.goto(`${address}/react.html`);
    await expect(page.locator(".masthead .figures")).toContainText("4 posts");
  } finally {
    vite.kill();
  }
});
