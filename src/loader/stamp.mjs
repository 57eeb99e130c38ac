// After Trunk has built: joins the style sheets into one hashed file, names the app after its contents, and writes the hashed names into the
// loader.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const stage = process.env.TRUNK_STAGING_DIR;
const source = process.env.TRUNK_SOURCE_DIR;

/** The order of the cascade: tokens, then what is shared, then each view. `page.css` belongs to index.html, not to the element. */
const first = ["tokens.css", "base.css"];
const sheets = [
  ...first,
  ...readdirSync(join(source, "style"))
    .filter((name) => name.endsWith(".css") && name !== "page.css" && !first.includes(name))
    .sort(),
];
/** In a declaration, `1.5rem` means one and a half times the reader's own text size: the host may have set its root's to anything. */
const ownRem = (css) =>
  css.replace(/(?<![\w.-])(-?[\d.]+)rem\b/g, (all, times, at) =>
    /@(container|media)[^{]*$/.test(css.slice(0, at)) ? all : `calc(${times}*var(--blog-explorer-rem))`,
  );
const css = ownRem(sheets.map((name) => readFileSync(join(source, "style", name), "utf8")).join("\n"))
  .replace(/\/\*[^]*?\*\//g, "")
  .replace(/\s*\n\s*/g, "\n")
  .trim();
const hash = (...contents) =>
  contents
    .reduce((sum, content) => sum.update(content), createHash("sha256"))
    .digest("hex")
    .slice(0, 16);
const style = `blog-explorer-${hash(css)}.css`;
writeFileSync(join(stage, style), css);

const only = (pattern) => {
  const built = readdirSync(stage);
  const found = built.filter((name) => pattern.test(name));
  if (found.length !== 1) throw new Error(`expected one file like ${pattern}, found ${found.length}: ${found.join(", ")}`);
  return found[0];
};
const glueFile = /^blog-explorer-[0-9a-f]+\.js$/;
const wasmFile = /^blog-explorer-[0-9a-f]+_bg\.wasm$/;

/**
 * Trunk names the app after what the compiler made, before it is optimised and bound: two builds of one name could differ. Named anew here
 * after what is shipped, with one mark taken out first: an export named after the place where the builder's crates lie, of no use at run time.
 */
function nameAfterContents() {
  const [oldGlue, oldWasm] = [only(glueFile), only(wasmFile)];
  const marked = readFileSync(join(stage, oldWasm)).toString("latin1");
  const wasm = Buffer.from(marked.replace(/(?<=_WASM_SPLIT_MARKER_)[0-9a-f]{16}/g, "0".repeat(16)), "latin1");
  const glue = readFileSync(join(stage, oldGlue), "utf8").replaceAll(oldWasm, "__WASM__");
  const name = `blog-explorer-${hash(glue, wasm)}`;
  writeFileSync(join(stage, oldWasm), wasm);
  writeFileSync(join(stage, oldGlue), glue.replaceAll("__WASM__", `${name}_bg.wasm`));
  renameSync(join(stage, oldWasm), join(stage, `${name}_bg.wasm`));
  renameSync(join(stage, oldGlue), join(stage, `${name}.js`));
}

nameAfterContents();
const names = {
  __GLUE__: only(glueFile),
  __WASM__: only(wasmFile),
  __STYLE__: style,
};
let loader = readFileSync(join(source, "src/loader/blog-explorer.js"), "utf8");
for (const [mark, name] of Object.entries(names)) loader = loader.replace(mark, name);
writeFileSync(join(stage, "blog-explorer.js"), loader);
