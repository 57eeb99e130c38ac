// Somebody else's site: answers the paths it is given, and nothing else.
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { types } from "./server.mjs";

function file(folders, path) {
  const prefix = Object.keys(folders).find((prefix) => path.startsWith(prefix));
  if (!prefix) return;
  const found = normalize(join(folders[prefix], path.slice(prefix.length)));
  if (!found.startsWith(folders[prefix] + sep) || !existsSync(found)) return;
  return { body: readFileSync(found), type: types[extname(found)] };
}

/**
 * Serves `pages`, a map from path to `{ body, type, headers }`, and the files of `folders`, a map from prefix to folder, on a port of its own;
 * resolves to the server and its origin.
 */
export function host(pages, folders = {}) {
  const server = createServer((request, response) => {
    const path = new URL(request.url, "http://localhost").pathname;
    const page = pages[path] ?? file(folders, path);
    response.writeHead(page ? 200 : 404, { "content-type": page?.type ?? "text/html; charset=utf-8", ...page?.headers });
    response.end(page?.body ?? "Not found");
  });
  return new Promise((resolve) =>
    server.listen(0, "127.0.0.1", () => resolve({ server, origin: `http://127.0.0.1:${server.address().port}` })),
  );
}

/** A page of that site around `body`. */
export const around = (body, head = "") =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A host</title><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;
