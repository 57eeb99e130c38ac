// What `make release` has made, taken apart for tests.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { inflateRawSync } from "node:zlib";

export const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
export const dist = join(root, "dist");
export const release = join(root, "release");

/** The one file of the release that ends in `ending`. */
export function released(ending) {
  const names = readdirSync(release).filter((name) => name.endsWith(ending));
  if (names.length !== 1) throw new Error(`expected one file *${ending} in release/, found ${names.length}: run make release`);
  return join(release, names[0]);
}

/** The files of a zip, by name, as its directory lists them (APPNOTE 6.3, section 4.3.12). */
export function unzip(bytes) {
  const end = bytes.lastIndexOf(Buffer.from("PK\x05\x06"));
  const files = new Map();
  let at = bytes.readUInt32LE(end + 16);
  for (let n = bytes.readUInt16LE(end + 10); n > 0; n -= 1) {
    const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    const local = bytes.readUInt32LE(at + 42);
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(from, from + bytes.readUInt32LE(at + 20));
    const whole = bytes.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed;
    files.set(bytes.subarray(at + 46, at + 46 + name).toString(), whole);
    at += 46 + name + extra + comment;
  }
  return files;
}

/** The files of the released zip, by their paths in its one folder. */
export function unzipped() {
  const zip = released(".zip");
  return new Map([...unzip(readFileSync(zip))].map(([name, bytes]) => [name.slice(name.indexOf("/") + 1), bytes]));
}

/** Writes the files under `prefix` into `folder`. */
export function unpack(files, prefix, folder) {
  for (const [name, bytes] of files) {
    if (!name.startsWith(prefix)) continue;
    const path = join(folder, name.slice(prefix.length));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  }
}

/** Names with a hash in them, which change whenever their contents do. */
export const hashed = /-[0-9a-f]{16}(_bg)?\.(js|css|wasm)$/;

/** What belongs in an `integrity` attribute for `bytes`. */
export const integrity = (bytes) => `sha384-${createHash("sha384").update(bytes).digest("base64")}`;
