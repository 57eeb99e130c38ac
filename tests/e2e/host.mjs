// Somebody else's site: answers the paths it is given, and nothing else.
import { createServer } from "node:http";

/** Serves `pages`, a map from path to `{ body, type, headers }`, on a port of its own; resolves to the server and its origin. */
export function host(pages) {
  const server = createServer((request, response) => {
    const page = pages[new URL(request.url, "http://localhost").pathname];
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
