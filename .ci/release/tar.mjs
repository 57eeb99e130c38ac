// Writes the archives that npm reads: ustar (POSIX.1-1988), names sorted, no clock, no owner.

const BLOCK = 512;
/** The date that npm itself gives to what it packs: a moment after 1980, which zip tools need, in every time zone. */
const DATE = Date.UTC(1985, 9, 26, 8, 15) / 1000;

const octal = (number, width) => `${number.toString(8).padStart(width - 1, "0")}\0`;

function header(name, size) {
  if (Buffer.byteLength(name) > 100) throw new Error(`too long a name for a tar header: ${name}`);
  const out = Buffer.alloc(BLOCK);
  out.write(name, 0);
  out.write(octal(0o644, 8), 100);
  out.write(octal(0, 8), 108);
  out.write(octal(0, 8), 116);
  out.write(octal(size, 12), 124);
  out.write(octal(DATE, 12), 136);
  out.write(" ".repeat(8), 148);
  out.write("0", 156);
  out.write("ustar\x0000", 257);
  const sum = out.reduce((sum, byte) => sum + byte, 0);
  out.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  return out;
}

/** A tar of `files`, a map from name to bytes. */
export function tar(files) {
  const parts = [];
  for (const name of [...files.keys()].sort()) {
    const bytes = files.get(name);
    parts.push(header(name, bytes.length), bytes, Buffer.alloc((BLOCK - (bytes.length % BLOCK)) % BLOCK));
  }
  return Buffer.concat([...parts, Buffer.alloc(2 * BLOCK)]);
}
