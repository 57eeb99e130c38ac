// The configuration files that are shipped: the servers are started with them, the services' rules are read as the services read them.
import { execFileSync, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { around, host } from "./host.mjs";
import { expect, test } from "./fixtures.mjs";
import { hashed, integrity, root, unpack, unzipped } from "./released.mjs";
import { small } from "./server.mjs";

const files = unzipped();
/** The files of the app, without their compressed forms. */
const app = [...files.keys()].filter((name) => name.startsWith("app/") && !/\.(br|gz)$/.test(name)).map((name) => name.slice(4));
const shipped = (name) => files.get(`hosting/${name}`).toString();
const named = (ending) => app.find((name) => hashed.test(name) && name.endsWith(ending) && name.startsWith("blog-explorer"));

/** The policy of the page itself: no host says anything else. */
const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(readFileSync(join(root, "index.html"), "utf8"))[1];
const headers = {
  "content-security-policy": policy,
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "cross-origin-embedder-policy": "credentialless",
  "cross-origin-resource-policy": "cross-origin",
  "access-control-allow-origin": "*",
};
const forGood = "public, max-age=31536000, immutable";
const types = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  xml: "application/xml; charset=utf-8",
  svg: "image/svg+xml; charset=utf-8",
  wasm: "application/wasm",
};

async function freePort() {
  const server = createServer();
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

/** Starts a server and waits until it answers. */
async function start(command, args, port) {
  const process = spawn(command, args, { stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  process.stderr.on("data", (bytes) => (said += bytes));
  for (let tries = 0; tries < 100; tries += 1) {
    if (process.exitCode !== null) break;
    if (await fetch(`http://127.0.0.1:${port}/`).then(Boolean, () => false)) return process;
    await new Promise((done) => setTimeout(done, 50));
  }
  process.kill();
  throw new Error(`${command} did not start: ${said}`);
}

/** nginx with the shipped file, around a server block as an owner has one; the app at /explore/ and, on a second port, at /. */
async function nginx(folder) {
  const [port, bare] = [await freePort(), await freePort()];
  const modules = /--modules-path=(\S+)/.exec(execFileSync("sh", ["-c", "nginx -V 2>&1"], { encoding: "utf8" }))[1];
  writeFileSync(join(folder, "explore.conf"), shipped("nginx.conf"));
  const atRoot = shipped("nginx.conf").replace("location /explore/", "location /").replace("# brotli_static on;", "brotli_static on;");
  writeFileSync(join(folder, "root.conf"), atRoot);
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${folder}/${name};`).join("\n");
  writeFileSync(
    join(folder, "main.conf"),
    `load_module ${modules}/ngx_http_brotli_static_module.so;
    daemon off; pid ${folder}/nginx.pid; error_log stderr; ${process.getuid?.() === 0 ? "user root root;" : ""}
    events {}
    http {
      access_log off; ${temporary}
      server { listen 127.0.0.1:${port}; root ${folder}/site; include ${folder}/explore.conf; }
      server { listen 127.0.0.1:${bare}; root ${folder}/site/explore; include ${folder}/root.conf; }
    }`,
  );
  const running = await start("nginx", ["-p", folder, "-e", "stderr", "-c", join(folder, "main.conf")], port);
  return {
    running,
    places: [
      { base: `http://127.0.0.1:${port}/explore/`, encodings: ["gzip"] },
      { base: `http://127.0.0.1:${bare}/`, encodings: ["gzip", "br"] },
    ],
  };
}

/** Apache with the shipped file in the app's folder. */
async function apache(folder) {
  const port = await freePort();
  writeFileSync(join(folder, "site/explore/.htaccess"), shipped(".htaccess"));
  const modules = ["mpm_event", "authz_core", "dir", "mime", "rewrite", "headers"]
    .map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`)
    .join("\n");
  // The last two lines are what Debian's own configuration says.
  writeFileSync(
    join(folder, "apache.conf"),
    `ServerName localhost
    ServerRoot ${folder}
    PidFile ${folder}/apache.pid
    DefaultRuntimeDir ${folder}
    ErrorLog ${folder}/error.log
    Listen 127.0.0.1:${port}
    ${modules}
    DocumentRoot ${folder}/site
    <Directory ${folder}/site>
      AllowOverride All
      Require all granted
    </Directory>
    TypesConfig /dev/null
    AddType application/x-gzip .gz`,
  );
  const running = await start("apache2", ["-D", "FOREGROUND", "-f", join(folder, "apache.conf")], port);
  return { running, places: [{ base: `http://127.0.0.1:${port}/explore/`, encodings: ["gzip", "br"] }] };
}

for (const [name, serve] of Object.entries({ nginx, apache })) {
  test.describe(name, () => {
    test.describe.configure({ mode: "serial" });
    let folder;
    let served;

    test.beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), `blog-explorer-${name}-`));
      chmodSync(folder, 0o755);
      unpack(files, "app/", join(folder, "site/explore"));
      served = await serve(folder);
    });
    test.afterAll(async () => {
      if (served) {
        const ended = new Promise((done) => served.running.once("exit", done));
        served.running.kill("SIGTERM");
        await ended;
      }
      rmSync(folder, { recursive: true, force: true });
    });

    test("every file has its type, its caching and the policies", async ({ request }) => {
      for (const { base } of served.places) {
        for (const file of ["", ...app]) {
          const response = await request.get(base + file, { headers: { "accept-encoding": "identity" } });
          const got = response.headers();
          expect(response.status(), file).toBe(200);
          expect.soft(got["content-type"].toLowerCase(), file).toBe(types[(file || "index.html").split(".").at(-1)]);
          expect.soft(got["cache-control"], file).toBe(hashed.test(file) ? forGood : "no-cache");
          expect.soft(got["content-encoding"], file).toBeUndefined();
          expect.soft(got, file).toMatchObject(headers);
        }
      }
    });

    test("the compressed files are sent to those that read them", async ({ request }) => {
      for (const { base, encodings } of served.places) {
        for (const encoding of encodings) {
          for (const file of app.filter((name) => name.split(".").at(-1) in types)) {
            const got = await fetchRaw(base + file, encoding);
            expect.soft(got.headers.get("content-encoding"), file).toBe(encoding);
            expect.soft(got.headers.get("content-type").toLowerCase(), file).toBe(types[file.split(".").at(-1)]);
            expect.soft(got.headers.get("vary"), file).toMatch(/accept-encoding/i);
            expect.soft(got.headers.get("cache-control"), file).toBe(hashed.test(file) ? forGood : "no-cache");
            expect
              .soft(Number(got.headers.get("content-length")), file)
              .toBe(files.get(`app/${file}.${encoding === "br" ? "br" : "gz"}`).length);
          }
        }
      }
    });

    test("what has not changed is not sent again, and what is not there is not kept", async ({ request }) => {
      for (const { base } of served.places) {
        const first = await request.get(`${base}index.html`);
        const again = await request.get(`${base}index.html`, { headers: { "if-none-match": first.headers().etag } });
        expect(again.status()).toBe(304);
        const missing = await request.get(`${base}blog-explorer-0123456789abcdef.js`);
        expect(missing.status()).toBe(404);
        expect(missing.headers()["cache-control"]).toBeUndefined();
      }
    });

    test("the app works", async ({ page }) => {
      for (const { base } of served.places) {
        await page.goto(base);
        await expect(page.locator(".masthead .figures")).toContainText("219 posts");
        await page.getByRole("link", { name: /^Series/ }).click();
        await expect(page.locator("article.series").first()).toBeVisible();
        await page.reload();
        await expect(page.locator("article.series").first()).toBeVisible();
      }
    });

    test("another host that isolates itself loads the element, with integrity, and any host frames the page", async ({ page }) => {
      const { base } = served.places[0];
      const loader = `<script type="module" src="${base}blog-explorer.js" integrity="${integrity(files.get("app/blog-explorer.js"))}" crossorigin></script>`;
      const isolated = { "cross-origin-embedder-policy": "require-corp", "cross-origin-opener-policy": "same-origin" };
      const framed = `<iframe title="Archive" width="900" height="700" src="${base}embed.html?sitemap=demo/sitemap.xml"`;
      const { server, origin } = await host({
        "/element": { body: around(`<blog-explorer sitemap="/sitemap.xml" loading="eager"></blog-explorer>`, loader), headers: isolated },
        "/frame": { body: around(`${framed}></iframe>`), headers: isolated },
        "/sandbox": { body: around(`${framed} sandbox="allow-scripts"></iframe>`) },
        "/sitemap.xml": { body: small, type: "application/xml" },
      });
      await page.goto(`${origin}/element`);
      expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
      await expect(page.locator(".masthead .figures")).toContainText("4 posts");
      // The sandbox leaves the frame no origin of its own, and so no storage either.
      for (const path of ["/frame", "/sandbox"]) {
        await page.goto(`${origin}${path}`);
        await expect(page.frameLocator("iframe").locator(".masthead .figures")).toContainText("219 posts");
      }
      server.close();
    });
  });
}

/** Node's own fetch would unpack what it gets and hide its length. */
async function fetchRaw(address, encoding) {
  const { request } = await import("node:http");
  return new Promise((resolve, reject) =>
    request(address, { headers: { "accept-encoding": encoding } }, (response) => {
      response.resume();
      resolve({ headers: new Headers(Object.entries(response.headers)) });
    })
      .on("error", reject)
      .end(),
  );
}

/** What hosts that read `_headers` send for `path`: of every rule that fits, everything; a value given twice is joined. */
function byHeadersFile(text, path) {
  const sent = {};
  let fits = false;
  for (const line of text.split("\n").filter((line) => line.trim() && !line.startsWith("#"))) {
    if (!/^\s/.test(line)) {
      fits = new RegExp(`^${line.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replace("*", ".*")}$`).test(path);
    } else if (fits) {
      const [, name, value] = /^\s+([^:]+): (.+)$/.exec(line);
      sent[name.toLowerCase()] = sent[name.toLowerCase()] ? `${sent[name.toLowerCase()]}, ${value}` : value;
    }
  }
  return sent;
}

function byVercel(text, path) {
  const rules = JSON.parse(text).headers.filter((rule) => new RegExp(`^${rule.source}$`).test(path));
  return Object.fromEntries(rules.flatMap((rule) => rule.headers.map(({ key, value }) => [key.toLowerCase(), value])));
}

for (const [name, rules] of [
  ["_headers", byHeadersFile],
  ["vercel.json", byVercel],
]) {
  test(`${name} keeps what has a hash for good, nothing else, and sets the policies`, () => {
    for (const file of ["", ...app]) {
      const sent = rules(shipped(name), `/${file}`);
      // Without a rule these hosts say "public, max-age=0, must-revalidate".
      expect.soft(sent, file).toEqual(hashed.test(file) ? { ...headers, "cache-control": forGood } : headers);
    }
    // Cloudflare's limit for a line.
    for (const line of shipped(name).split("\n")) expect(line.length).toBeLessThan(2000);
  });
}

test("s3.sh uploads every file with its type and caching, what others name first", () => {
  const folder = mkdtempSync(join(tmpdir(), "blog-explorer-s3-"));
  unpack(files, "app/", join(folder, "app"));
  mkdirSync(join(folder, "bin"));
  // Stands in for the AWS command line: writes down what it is asked, one word a line, a blank line between commands.
  writeFileSync(join(folder, "bin/aws"), `#!/bin/sh\nprintf '%s\\n' "$@" "" >> "${folder}/asked"\n`);
  chmodSync(join(folder, "bin/aws"), 0o755);
  writeFileSync(join(folder, "s3.sh"), shipped("s3.sh"));
  execFileSync("bash", ["s3.sh", "my-bucket", "explore"], {
    cwd: folder,
    env: { ...process.env, PATH: `${folder}/bin:${process.env.PATH}` },
  });
  const asked = readFileSync(join(folder, "asked"), "utf8")
    .trim()
    .split("\n\n")
    .map((lines) => lines.split("\n"));
  const cors = asked.pop();
  expect(cors.slice(0, 4)).toEqual(["s3api", "put-bucket-cors", "--bucket", "my-bucket"]);
  expect(JSON.parse(cors.at(-1)).CORSRules[0].AllowedOrigins).toEqual(["*"]);
  for (const [s3, cp, from, to, , type, , caching] of asked) {
    expect([s3, cp]).toEqual(["s3", "cp"]);
    const file = from.slice("app/".length);
    expect(existsSync(join(folder, from))).toBe(true);
    expect(to).toBe(`s3://my-bucket/explore/${file}`);
    expect.soft(type, file).toBe(types[file.split(".").at(-1)]);
    expect.soft(caching, file).toBe(hashed.test(file) ? forGood : "no-cache");
  }
  const order = asked.map(([, , from]) => from.slice("app/".length));
  expect([...order].sort()).toEqual([...app].sort());
  expect(order.findIndex((file) => !hashed.test(file))).toBe(order.filter((file) => hashed.test(file)).length);
  rmSync(folder, { recursive: true });
});
