// Checksums and compression, always at their best and always the same.
import { createHash } from "node:crypto";
import zlib from "node:zlib";

const { constants } = zlib;

const table = Uint32Array.from({ length: 256 }, (_, n) => {
  for (let bit = 0; bit < 8; bit += 1) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1;
  return n;
});

/** The checksum that zip asks for. (Node has one of its own since 22.2.) */
export function crc32(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = table[(crc ^ byte) & 0xff] ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

export const deflateRawSync = (bytes) => zlib.deflateRawSync(bytes, { level: 9 });

/** Gzip without the name of the system it was made on. */
export function gzip(bytes) {
  const out = zlib.gzipSync(bytes, { level: 9 });
  out[9] = 255;
  return out;
}

export const brotli = (bytes) =>
  zlib.brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });

/** What an `integrity` attribute wants. */
export const integrity = (bytes) => `sha384-${createHash("sha384").update(bytes).digest("base64")}`;

export const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");
