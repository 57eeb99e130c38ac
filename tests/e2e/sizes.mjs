// What a first visit transfers, compressed, against the budget of 200 kB for the whole app and 3 kB for the loader.
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";

const dist = join(dirname(fileURLToPath(import.meta.url)), "../../dist");
const kb = (bytes) => (bytes / 1000).toFixed(1).padStart(8);
let whole = 0;
console.log(`${"file".padEnd(44)}${"kB".padStart(8)}${"gzip".padStart(8)}${"brotli".padStart(8)}`);
/** What index.html makes a browser fetch; not the pages for frames and for owners. */
const first = /^(index\.html|blog-explorer.*\.(js|css|wasm)|page-.*\.css)$/;
for (const name of readdirSync(dist).filter((name) => first.test(name))) {
  const bytes = readFileSync(join(dist, name));
  const brotli = brotliCompressSync(bytes).length;
  whole += brotli;
  console.log(`${name.padEnd(44)}${kb(bytes.length)}${kb(gzipSync(bytes).length)}${kb(brotli)}`);
}
console.log(`${"whole app, budget 200 kB".padEnd(60)}${kb(whole)}`);
