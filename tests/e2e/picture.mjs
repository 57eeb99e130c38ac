// Pictures for tests, made here: no machine that runs them needs to reach a blog. Each address has its own, always the same.
import { createHash } from "node:crypto";
import { crc32, deflateSync } from "node:zlib";

function chunk(kind, data) {
  const body = Buffer.concat([Buffer.from(kind), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

/** A PNG that looks somewhat like a diagram: boxes on white, in a shape that follows from the address. */
export function picture(address) {
  const seed = createHash("sha256").update(new URL(address).pathname).digest();
  const ratio = [0.6, 1, 1.33, 1.6, 1.78, 2.4][seed[0] % 6];
  const width = 360;
  const height = Math.round(width / ratio);
  const pixels = Buffer.alloc((width * 3 + 1) * height, 255);
  for (let y = 0; y < height; y += 1) pixels[y * (width * 3 + 1)] = 0;
  for (let box = 0; box < 5; box += 1) {
    const [x, y, w, h] = [seed[box + 1], seed[box + 6], seed[box + 11], seed[box + 16]].map((n, i) =>
      Math.floor((n / 256) * (i % 2 ? height : width) * (i < 2 ? 0.7 : 0.3)),
    );
    const colour = [seed[box + 21] | 96, seed[box + 22] | 96, seed[box + 23] | 96];
    for (let row = y; row <= Math.min(y + h + 20, height - 1); row += 1)
      for (let column = x; column <= Math.min(x + w + 40, width - 1); column += 1)
        colour.forEach((value, part) => (pixels[row * (width * 3 + 1) + 1 + column * 3 + part] = value));
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(pixels)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}
