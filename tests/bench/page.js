// Runs in the page: one reader after the other on the same bytes, in turns, so that what else the machine does falls on all alike.
import init, { Reading } from "./wasm/read_in_browser.js";
import { count } from "./peers/count.js";
import * as domParser from "./peers/dom-parser.js";
import * as fastXmlParser from "./peers/fast-xml-parser.js";
import * as sax from "./peers/sax.js";

/** A browser hands over a download in chunks of about this many bytes. */
const CHUNK = 1 << 16;

function readAsTheAppDoes(bytes) {
  const reading = new Reading();
  for (let at = 0; at < bytes.length; at += CHUNK) reading.feed(bytes.subarray(at, at + CHUNK));
  return Array.from(reading.finish());
}

const READERS = [
  ["Blog Explorer", readAsTheAppDoes],
  ["DOMParser", (bytes) => count(domParser.read(bytes))],
  ["fast-xml-parser", (bytes) => count(fastXmlParser.read(bytes))],
  ["sax", (bytes) => count(sax.read(bytes))],
];

/** Reads the file at `address` so many times with each reader, and gives the times of each in milliseconds. */
window.bench = async (address, rounds) => {
  await init();
  const bytes = new Uint8Array(await (await fetch(address)).arrayBuffer());
  const times = READERS.map(() => []);
  const found = READERS.map(([, read]) => read(bytes));
  for (let round = 0; round < rounds; round++) {
    for (const [at, [, read]] of READERS.entries()) {
      const begin = performance.now();
      read(bytes);
      times[at].push(performance.now() - begin);
      // The next one begins with the garbage of this one gone, as far as a page can ask for that.
      await new Promise((done) => setTimeout(done));
    }
  }
  return READERS.map(([name], at) => ({ name, found: found[at], times: times[at] }));
};
