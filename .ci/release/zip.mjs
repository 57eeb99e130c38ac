// Writes zip archives that depend on nothing but what is in them: names sorted, no clock, no owner (APPNOTE 6.3, sections 4.3 and 4.4).
import { crc32, deflateRawSync } from "./bytes.mjs";

/** MS-DOS's first day, 1 January 1980, which is what "no date" looks like in a zip. */
const DATE = 0x21;
/** Names are UTF-8. */
const FLAGS = 0x0800;
const VERSION = 20;
/** Made by Unix, so that the mode in the upper half of the external attributes counts. */
const MADE_BY = (3 << 8) | VERSION;
const STORED = 0;
const DEFLATED = 8;

/** What the header of a file and its line in the directory share, from "version needed" to "length of the extra field". */
function shared({ name, bytes, packed, method }) {
  const out = Buffer.alloc(26);
  out.writeUInt16LE(VERSION, 0);
  out.writeUInt16LE(FLAGS, 2);
  out.writeUInt16LE(method, 4);
  out.writeUInt16LE(0, 6);
  out.writeUInt16LE(DATE, 8);
  out.writeUInt32LE(crc32(bytes), 10);
  out.writeUInt32LE(packed.length, 14);
  out.writeUInt32LE(bytes.length, 18);
  out.writeUInt16LE(name.length, 22);
  out.writeUInt16LE(0, 24);
  return out;
}

const signature = (number) => {
  const out = Buffer.alloc(4);
  out.writeUInt32LE(number);
  return out;
};

/** The line of a file in the directory at the end. */
function line(file) {
  const made = Buffer.alloc(2);
  made.writeUInt16LE(MADE_BY);
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(((0o100000 | file.mode) << 16) >>> 0, 6);
  rest.writeUInt32LE(file.at, 10);
  return Buffer.concat([signature(0x02014b50), made, shared(file), rest, file.name]);
}

/** A zip of `files`, a map from name to bytes. Names that end in `.sh` may be run. */
export function zip(files) {
  const parts = [];
  const directory = [];
  let at = 0;
  for (const name of [...files.keys()].sort()) {
    const bytes = files.get(name);
    const deflated = deflateRawSync(bytes);
    const smaller = deflated.length < bytes.length;
    const file = {
      name: Buffer.from(name),
      bytes,
      packed: smaller ? deflated : bytes,
      method: smaller ? DEFLATED : STORED,
      mode: name.endsWith(".sh") ? 0o755 : 0o644,
      at,
    };
    const entry = Buffer.concat([signature(0x04034b50), shared(file), file.name, file.packed]);
    parts.push(entry);
    directory.push(line(file));
    at += entry.length;
  }
  const lines = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(directory.length, 4);
  end.writeUInt16LE(directory.length, 6);
  end.writeUInt32LE(lines.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...parts, lines, signature(0x06054b50), end]);
}
