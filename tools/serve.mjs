// Serves dist/ on 127.0.0.1 with the headers of public/_headers, as a static host would.
// Never listens to any other address, never answers with a file from outside dist/.
import { createServer } from "node:http";
import { readFileSync, existsSync, statSync } from "node:fs";
import { extname, join, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";

const DIST = resolve(fileURLToPath(new URL("../dist", import.meta.url)));
const PORT = Number(process.env.PORT ?? 8080);
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
  ".png": "image/png",
};

const headers = readFileSync(join(DIST, "_headers"), "utf8").split("\n")
  .map((line) => line.match(/^\s+([\w-]+):\s*(.+)$/)).filter(Boolean).map(([, name, value]) => [name, value]);

function fileFor(address) {
  const path = resolve(join(DIST, decodeURIComponent(new URL(address, "http://localhost").pathname)));
  if (path !== DIST && !path.startsWith(DIST + sep)) return null;
  const file = path === DIST ? join(DIST, "index.html") : path;
  return existsSync(file) && statSync(file).isFile() ? file : null;
}

function answerTo(request) {
  try {
    return fileFor(request.url);
  } catch {
    return null; // An address that cannot be read is one that is not here.
  }
}

const server = createServer((request, response) => {
  for (const [name, value] of headers) response.setHeader(name, value);
  response.setHeader("Cache-Control", "no-cache");
  const file = answerTo(request);
  if (!file) return response.writeHead(404, { "Content-Type": "text/plain" }).end("Not here.\n");
  response.writeHead(200, { "Content-Type": TYPES[extname(file)] ?? "application/octet-stream" });
  response.end(request.method === "HEAD" ? undefined : readFileSync(file));
});

server.on("error", (fault) => {
  const words = fault.code === "EADDRINUSE"
    ? `Port ${PORT} is taken by another program. Try another one: make serve PORT=${PORT + 1}`
    : `The server could not start: ${fault.message}`;
  console.error(words);
  process.exit(1);
});
server.listen(PORT, "127.0.0.1", () => {
  console.log(`Attune is at http://127.0.0.1:${PORT}/ (Ctrl+C ends it)`);
});
