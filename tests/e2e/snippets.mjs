// The snippets of the documentation, each with where it is from.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "./released.mjs";

const pages = [
  "README.md",
  "CHANGELOG.md",
  "assets/package/README.md",
  ...["docs", ".github"].flatMap((folder) =>
    existsSync(join(root, folder))
      ? readdirSync(join(root, folder))
          .filter((name) => name.endsWith(".md"))
          .map((name) => `${folder}/${name}`)
      : [],
  ),
];

/** Every fenced block: its page, line, language and text. */
export const snippets = pages.flatMap((page) => {
  const found = [];
  let open;
  readFileSync(join(root, page), "utf8")
    .split("\n")
    .forEach((line, at) => {
      if (!line.startsWith("```")) open?.lines.push(line);
      else if (open) {
        found.push({ page, line: open.line, language: open.language, text: `${open.lines.join("\n")}\n`, name: `${page}:${open.line}` });
        open = undefined;
      } else open = { line: at + 1, language: line.slice(3).trim(), lines: [] };
    });
  if (open) throw new Error(`${page}:${open.line}: this block is never closed`);
  return found;
});

/** The one snippet of `page` in `language`. */
export function snippet(page, language) {
  const found = snippets.filter((snippet) => snippet.page === page && snippet.language === language);
  if (found.length !== 1) throw new Error(`expected one ${language} snippet in ${page}, found ${found.length}`);
  return found[0].text;
}
