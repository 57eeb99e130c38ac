// Packs dist/ into release/: a zip for any static host, an npm package, their checksums, and integrity values. The same dist/ gives the
// same bytes. `node .ci/release.mjs [DIST [RELEASE]]`.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotli, gzip, integrity, sha256 } from "./release/bytes.mjs";
import { npmLoader } from "./release/loader.mjs";
import { tar } from "./release/tar.mjs";
import { zip } from "./release/zip.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const [dist = join(root, "dist"), release = join(root, "release")] = process.argv.slice(2);

/** What gets smaller when it is compressed. Pictures are compressed already. */
const compressible = /\.(html|js|mjs|css|wasm|svg|xml|json|webmanifest|txt)$/;
const script = "blog-explorer.js";
/** What the element needs of the app folder: the loader and what it loads. */
const ofElement = /^blog-explorer(-[0-9a-f]+(_bg)?)?\.(js|css|wasm)$/;

/** The files under `folder`, by their paths in it. */
function tree(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const path = ({ parentPath, path = parentPath, name }) => join(path, name);
  return new Map(
    files.map((file) => [
      path(file)
        .slice(folder.length + 1)
        .replaceAll("\\", "/"),
      readFileSync(path(file)),
    ]),
  );
}

const under = (prefix, files) => [...files].map(([name, bytes]) => [`${prefix}/${name}`, bytes]);
const own = (name) => readFileSync(join(root, name));
const licences = ["LICENSE-APACHE", "LICENSE-MIT"].map((name) => [name, own(name)]);

/** Each file with its compressed forms beside it. */
function precompressed(files) {
  const all = new Map(files);
  for (const [name, bytes] of files) {
    if (!compressible.test(name)) continue;
    all.set(`${name}.br`, brotli(bytes));
    all.set(`${name}.gz`, gzip(bytes));
  }
  return all;
}

function forHosts(app, values) {
  return zip(
    new Map(
      under(
        `blog-explorer-${version}`,
        new Map([
          ...under("app", precompressed(app)),
          ...under("hosting", tree(join(root, "assets/hosting"))),
          ...licences,
          ["CHANGELOG.md", own("CHANGELOG.md")],
          ["integrity.json", values],
        ]),
      ),
    ),
  );
}

function forNpm(app) {
  const own = tree(join(root, "assets/package"));
  const about = { ...JSON.parse(own.get("package.json")), version };
  own.set("package.json", Buffer.from(`${JSON.stringify(about, null, 2)}\n`));
  const files = new Map([...[...app].filter(([name]) => ofElement.test(name)), ...own, ...licences]);
  files.set(script, npmLoader(files.get(script), files));
  return gzip(tar(new Map(under("package", files))));
}

const version = /^version = "(.+)"$/m.exec(own("Cargo.toml").toString())[1];
const app = new Map([...tree(dist)].filter(([name]) => !name.startsWith(".")));
if (!app.has(script)) throw new Error(`there is no ${script} in ${dist}: run make build first`);
const values = Buffer.from(
  `${JSON.stringify(Object.fromEntries([...app].filter(([name]) => ofElement.test(name)).map(([name, bytes]) => [name, integrity(bytes)])), null, 2)}\n`,
);
const made = new Map([
  [`blog-explorer-${version}.tgz`, forNpm(app)],
  [`blog-explorer-${version}.zip`, forHosts(app, values)],
  ["integrity.json", values],
]);
made.set("SHA256SUMS", Buffer.from([...made].map(([name, bytes]) => `${sha256(bytes)}  ${name}\n`).join("")));

rmSync(release, { recursive: true, force: true });
mkdirSync(release, { recursive: true });
for (const [name, bytes] of made) {
  writeFileSync(join(release, name), bytes);
  console.log(`${String(bytes.length).padStart(9)}  ${name}`);
}
