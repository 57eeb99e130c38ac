// What make release packs: whole, compressed, verifiable, and the same each time.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, test } from "@playwright/test";
import { dist, integrity, release, released, root, unzipped } from "./released.mjs";

const built = () =>
  readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(dist.length + 1))
    .filter((name) => !name.startsWith("."));

test("the zip holds what was built, each text and the wasm also as Brotli and gzip", () => {
  const files = unzipped();
  for (const name of built()) {
    const bytes = readFileSync(join(dist, name));
    expect(files.get(`app/${name}`)?.equals(bytes), `${name} is as built: if not, run make release`).toBe(true);
    if (!/\.(html|js|css|wasm|svg|xml)$/.test(name)) continue;
    expect(brotliDecompressSync(files.get(`app/${name}.br`)).equals(bytes), `${name}.br`).toBe(true);
    expect(gunzipSync(files.get(`app/${name}.gz`)).equals(bytes), `${name}.gz`).toBe(true);
  }
  for (const name of ["_headers", "netlify.toml", "vercel.json", "nginx.conf", ".htaccess", "s3.sh", "github-pages.yml"])
    expect([...files.keys()]).toContain(`hosting/${name}`);
});

test("packing once more gives the same bytes", () => {
  const again = mkdtempSync(join(tmpdir(), "blog-explorer-"));
  execFileSync("node", [join(root, ".ci/release.mjs"), dist, again], { env: { ...process.env, TZ: "Asia/Kolkata" } });
  for (const name of readdirSync(release))
    expect(readFileSync(join(again, name)).equals(readFileSync(join(release, name))), name).toBe(true);
  rmSync(again, { recursive: true });
});

test("checksums and integrity values are those of the files", () => {
  const sums = readFileSync(join(release, "SHA256SUMS"), "utf8").trim().split("\n");
  expect(sums.length).toBe(readdirSync(release).length - 1);
  for (const line of sums) {
    const [sum, name] = line.split("  ");
    expect(
      createHash("sha256")
        .update(readFileSync(join(release, name)))
        .digest("hex"),
    ).toBe(sum);
  }
  const values = JSON.parse(readFileSync(join(release, "integrity.json"), "utf8"));
  expect(Object.keys(values)).toContain("blog-explorer.js");
  for (const [name, value] of Object.entries(values)) expect(integrity(readFileSync(join(dist, name)))).toBe(value);
});

test("the npm package is one that npm takes, with the version of the crate", () => {
  const [about] = JSON.parse(execFileSync("npm", ["pack", "--dry-run", "--json", released(".tgz")], { encoding: "utf8", stdio: "pipe" }));
  const version = /^version = "(.+)"$/m.exec(readFileSync(join(root, "Cargo.toml"), "utf8"))[1];
  expect(about.version).toBe(version);
  expect(basename(released(".zip"))).toBe(`blog-explorer-${version}.zip`);
  const names = about.files.map((file) => file.path);
  for (const name of ["package.json", "README.md", "LICENSE-MIT", "blog-explorer.js", "blog-explorer.d.ts"]) expect(names).toContain(name);
});

test("no path of the machine that built it is in what is shipped", () => {
  const home = process.env.CARGO_HOME ?? join(process.env.HOME, ".cargo");
  for (const [name, bytes] of unzipped()) {
    if (/\.(br|gz)$/.test(name)) continue;
    for (const path of [home, root]) expect(bytes.includes(path), `${path} in ${name}`).toBe(false);
  }
});
