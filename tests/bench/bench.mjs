// How fast sitemaps are read in Chromium, against the browser's own parser and two of npm's, as text and in target/bench.json.
import { execFileSync } from "node:child_process";
import { createReadStream, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../..");
const made = join(root, "target/bench");
const run = (command, ...rest) => execFileSync(command, rest, { cwd: root, stdio: ["ignore", "pipe", "inherit"], maxBuffer: 1 << 28 });

/** The reader as WebAssembly, made with the options that the app is made with. */
function wasm() {
  run("cargo", "build", "--release", "--target", "wasm32-unknown-unknown", "--example", "read_in_browser");
  const out = join(made, "wasm");
  run(
    "wasm-bindgen",
    "--target=web",
    `--out-dir=${out}`,
    join(root, "target/wasm32-unknown-unknown/release/examples/read_in_browser.wasm"),
  );
  const index = readFileSync(join(root, "index.html"), "utf8");
  const level = /data-wasm-opt="([^"]+)"/.exec(index)[1];
  const features = /data-wasm-opt-params="([^"]+)"/.exec(index)[1].split(" ");
  const file = join(out, "read_in_browser_bg.wasm");
  run("wasm-opt", `-O${level}`, ...features, file, "-o", file);
}

function files() {
  const large = join(made, "large.xml");
  if (!existsSync(large)) writeFileSync(large, run("cargo", "run", "--release", "--quiet", "--example", "generate", "--", "50000"));
  const real = join(root, "../shared/corpus/jack-vanlightly.sitemap.xml");
  if (!existsSync(real)) console.log(`skipped: ${real} is not there`);
  return [
    { name: "a real sitemap: 303 pages, 933 pictures", path: real, rounds: 41 },
    { name: "a generated one: 50,000 pages, 100,000 pictures", path: large, rounds: 9 },
  ].filter((file) => existsSync(file.path));
}

const TYPES = { html: "text/html", js: "text/javascript", wasm: "application/wasm", xml: "application/xml" };

/** Serves the page, what it is made of, and the files that are read. */
function serve(read) {
  const server = createServer((request, response) => {
    const name = request.url.slice(1) || "index.html";
    const path = name.startsWith("read/") ? read[Number(name.slice(5))].path : join(made, name);
    response.setHeader("content-type", TYPES[path.split(".").pop()] ?? "application/octet-stream");
    if (name === "index.html") response.end('<!doctype html><title>bench</title><script type="module" src="page.js"></script>');
    else if (existsSync(path)) createReadStream(path).pipe(response);
    else response.writeHead(404).end();
  });
  return new Promise((done) => server.listen(0, "127.0.0.1", () => done(server)));
}

const sorted = (times) => [...times].sort((a, b) => a - b);
const at = (times, part) => sorted(times)[Math.floor((times.length - 1) * part)];

/** What is measured of one reader, with its ratio to ours: above 1 is slower than ours. */
function row({ name, times, found }, ours) {
  const median = at(times, 0.5);
  return { name, median, low: at(times, 0.25), high: at(times, 0.75), ratio: median / at(ours.times, 0.5), found };
}

mkdirSync(made, { recursive: true });
wasm();
await build({
  entryPoints: [join(here, "page.js")],
  outfile: join(made, "page.js"),
  bundle: true,
  format: "esm",
  external: ["./wasm/*", "stream", "string_decoder"],
  logLevel: "error",
});
const inputs = files();
const server = await serve(inputs);
const system = process.env.CHROMIUM ?? "/usr/bin/chromium";
const browser = await chromium.launch({
  executablePath: existsSync(chromium.executablePath()) ? undefined : system,
  args: ["--no-sandbox", "--disable-gpu", "--js-flags=--max-old-space-size=4096"],
});
const results = [];
for (const [number, file] of inputs.entries()) {
  const page = await browser.newPage();
  page.on("pageerror", (error) => console.error(error));
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  await page.waitForFunction(() => window.bench);
  const readers = await page.evaluate(([address, rounds]) => window.bench(address, rounds), [`/read/${number}`, file.rounds]);
  await page.close();
  const rows = readers.map((reader) => row(reader, readers[0]));
  results.push({ file: file.name, bytes: statSync(file.path).size, rounds: file.rounds, rows });
  console.log(`\n${file.name}, ${(statSync(file.path).size / 1e6).toFixed(2)} MB, median of ${file.rounds} rounds in turns`);
  console.log(
    `${"reader".padEnd(18)}${"ms".padStart(10)}${"quartiles".padStart(20)}${"ratio".padStart(8)}   pages, pictures, dates, letters, titles, captions`,
  );
  for (const { name, median, low, high, ratio, found } of rows) {
    const spread = `${low.toFixed(1)}–${high.toFixed(1)}`;
    console.log(
      `${name.padEnd(18)}${median.toFixed(1).padStart(10)}${spread.padStart(20)}${ratio.toFixed(2).padStart(8)}   ${found.join(", ")}`,
    );
  }
}
writeFileSync(join(root, "target/bench.json"), `${JSON.stringify(results, null, 2)}\n`);
await browser.close();
server.close();
