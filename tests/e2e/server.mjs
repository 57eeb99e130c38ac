// A static server for dist/, as plain as the hosts it stands for: no fallback, no rewriting. `node server.mjs` serves it to a person;
// the tests start it under sub-paths, with the files below beside it.
import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { dirname, extname, join, normalize, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const here = dirname(fileURLToPath(import.meta.url));
const dist = join(here, "../../dist");
const pages = join(here, "pages");
export const corpus = join(here, "../../../shared/corpus");
const real = join(corpus, "jack-vanlightly.sitemap.xml");

export const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".xml": "application/xml",
  ".json": "application/json",
};

/** A sitemap of a few posts, for pages that need one of their own. */
export const small = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${[1, 2, 3].map((n) => `<url><loc>https://small.example/2024/0${n}/0${n}/garden-notes-part-${n}/</loc></url>`).join("\n")}
<url><loc>https://small.example/2023/05/17/a-bench-for-the-old-pear-tree/</loc></url>
</urlset>`;

/** The same blog, on the host that is asked. */
const local = (origin) => small.replaceAll("https://small.example", `${origin}/fixtures/posts`);

const xml = (body) => ({ type: "application/xml", body });
const fixtures = {
  "real.xml": () => (existsSync(real) ? xml(readFileSync(real)) : undefined),
  "truncated.xml": () => (existsSync(real) ? xml(readFileSync(real).subarray(0, 200_000)) : undefined),
  "small.xml": () => xml(small),
  "local.xml": (origin) => xml(local(origin)),
  "small.xml.gz": () => ({ type: "application/gzip", body: gzipSync(small) }),
  "cut.xml": () => xml(small.slice(0, small.indexOf("part-3"))),
  "empty.xml": () => xml(""),
  "none.xml": () => xml('<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"></urlset>'),
  "page.xml": () => ({ type: "text/html", body: "<!doctype html><html><title>Not found</title><body>Sorry</body></html>" }),
  "other.xml": () => ({ type: "text/plain", body: "Nothing of the sort." }),
  "broken.xml": () => ({ status: 500, type: "text/plain", body: "Oops" }),
  "index.xml": (origin) =>
    xml(
      `<sitemapindex><sitemap><loc>${origin}/fixtures/small.xml</loc></sitemap><sitemap><loc>/fixtures/missing.xml</loc></sitemap></sitemapindex>`,
    ),
};

/** What a host says so that pages of other hosts may use the app from it, even pages that isolate themselves. */
const shared = { "access-control-allow-origin": "*", "cross-origin-resource-policy": "cross-origin" };

function file(root, path, response, headers = {}) {
  const found = normalize(join(root, path.endsWith("/") ? `${path}index.html` : path));
  if (!found.startsWith(root + sep) || !existsSync(found) || !statSync(found).isFile()) return false;
  response.writeHead(200, { "content-type": types[extname(found)] ?? "application/octet-stream", "cache-control": "no-cache", ...headers });
  createReadStream(found).pipe(response);
  return true;
}

/** Starts serving dist/ under each of `prefixes`; resolves to the server and its origin. */
export function serve({ port = 0, prefixes = ["/"] } = {}) {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    const origin = `http://${request.headers.host}`;
    if (path === "/fixtures/slow.xml") {
      response.writeHead(200, { "content-type": "application/xml" });
      for (const piece of small.match(/[^]{1,120}/g)) {
        response.write(piece);
        await new Promise((done) => setTimeout(done, 150));
      }
      return response.end();
    }
    if (path.startsWith("/fixtures/posts/")) {
      response.writeHead(200, { "content-type": "text/html" });
      return response.end(`<!doctype html><title>The post</title><link rel="icon" href="data:," />The post`);
    }
    if (path.startsWith("/fixtures/")) {
      // Below open/ the same files may be read from anywhere.
      const open = path.startsWith("/fixtures/open/");
      const fixture = fixtures[path.slice((open ? "/fixtures/open/" : "/fixtures/").length)]?.(origin);
      response.writeHead(fixture ? (fixture.status ?? 200) : 404, { "content-type": fixture?.type ?? "text/plain", ...(open && shared) });
      return response.end(fixture?.body ?? "Not found");
    }
    const isolation = path.includes("isolated")
      ? { "cross-origin-embedder-policy": "require-corp", "cross-origin-opener-policy": "same-origin" }
      : {};
    if (path.startsWith("/pages/") && file(pages, path.slice("/pages/".length), response, isolation)) return;
    for (const prefix of prefixes) {
      if (path.startsWith(prefix) && file(dist, path.slice(prefix.length) || "/", response, shared)) return;
    }
    response.writeHead(404, { "content-type": "text/plain" });
    response.end("Not found");
  });
  return new Promise((resolve, reject) => {
    server.once("error", (error) => {
      if (error.code !== "EADDRINUSE") return reject(error);
      server.listen(0, "127.0.0.1");
    });
    server.once("listening", () => resolve({ server, origin: `http://127.0.0.1:${server.address().port}` }));
    server.listen(port, "127.0.0.1");
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { origin } = await serve({ port: Number(process.env.PORT ?? 8080) });
  console.log(`Blog Explorer is at ${origin}/   (Ctrl-C stops it)`);
}
