// The loader as bundlers want it: they follow an address only where it is written out, so the names go from constants into the calls.

/** `loader` with every `here(NAME)` written out, and `import(here(NAME))` as an import that a bundler splits off. */
export function npmLoader(loader, files) {
  let text = loader.toString();
  for (const [, constant, name] of text.matchAll(/^const ([A-Z]+) = "(blog-explorer-[^"]+)";$/gm)) {
    if (!files.has(name)) throw new Error(`the loader names ${name}, which was not built`);
    const before = text;
    text = text
      .replaceAll(`import(here(${constant}))`, `import("./${name}")`)
      .replaceAll(`here(${constant})`, `new URL("./${name}", import.meta.url).href`);
    if (text === before) throw new Error(`the loader does not load ${constant} by here(${constant})`);
    text = text.replace(`const ${constant} = "${name}";\n`, "");
  }
  if (text === loader.toString()) throw new Error("the loader names no files");
  return Buffer.from(text.replace(/^const here = .*\n/m, ""));
}
