// After Trunk has built: joins the style sheets into one hashed file, and writes the hashed names into the loader.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
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
const hash = createHash("sha256").update(css).digest("hex").slice(0, 16);
const style = `blog-explorer-${hash}.css`;
writeFileSync(join(stage, style), css);

const built = readdirSync(stage);
const only = (pattern) => {
  const found = built.filter((name) => pattern.test(name));
  if (found.length !== 1) throw new Error(`expected one file like ${pattern}, found ${found.length}: ${found.join(", ")}`);
  return found[0];
};
const names = {
  __GLUE__: only(/^blog-explorer-[0-9a-f]+\.js$/),
  __WASM__: only(/^blog-explorer-[0-9a-f]+_bg\.wasm$/),
  __STYLE__: style,
};
let loader = readFileSync(join(source, "src/loader/blog-explorer.js"), "utf8");
for (const [mark, name] of Object.entries(names)) loader = loader.replace(mark, name);
writeFileSync(join(stage, "blog-explorer.js"), loader);
