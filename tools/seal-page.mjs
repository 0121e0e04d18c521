// Turns what Trunk built into the sealed release page: the program in two parts, one script and one sheet with integrity,
// the worker's script and program with theirs, and the boot policy.
// Never runs in development: there Trunk's own page, with its reload, is left as it is.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { transformSync } from "esbuild";
import { shortenProgram, splitProgram, withoutCustom } from "./split-program.mjs";

// No nonce and no inline script: a nonce would let a script of any origin load. `frame-ancestors` only works as a
// header and stands in public/_headers.
export const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  // A worker from an address would keep a policy of its own. One from bytes inherits the page's, seal and all.
  "worker-src blob:",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  // Nothing here makes HTML or a script from a string (ui::markup builds elements). The one name is for the worker's
  // address: src/browser/wire/script.rs makes one, and none after it.
  "trusted-types attune-worker",
].join("; ");

// What only the second part of the program shows (src/app/second_part.rs); its sheets come with it.
const SECOND_SHEETS = /^(?:word_list|word_card|wheel|picture|qr|scanner|lock|backup|learn|words|understanding|core_needs|find|worksheet|paper|handing|record|invite|receive|together|change)-/;

const BOOT = fileURLToPath(new URL("./boot.js", import.meta.url));

class Refused extends Error {}

function must(condition, reason) {
  if (!condition) throw new Refused(reason);
}

const integrity = (bytes) => `sha384-${createHash("sha384").update(bytes).digest("base64")}`;
const shortHash = (bytes) => createHash("sha256").update(bytes).digest("hex").slice(0, 16);

/** The same script or sheet in fewer bytes. */
export const shorten = (text, loader) => transformSync(text, { loader, minify: true, target: "esnext", legalComments: "none" }).code;

/** wasm-bindgen's module as a part of ours: its default export gets the name `start`, the others go. */
export function openGlue(glue) {
  must(!/^\s*import\s/m.test(glue), "wasm-bindgen's script imports another file, which would load without integrity");
  const found = glue.match(/export\s*\{[^}]*?([A-Za-z_$][\w$]*)\s+as\s+default\s*\};?/);
  must(found, "wasm-bindgen's script has no default export");
  return glue.replace(found[0], `const start = ${found[1]};`).replace(/^export /gm, "");
}

/** The one script of the page: the glue, then the start. Each part has a name and its integrity. */
export function buildScript(glue, first, second, secondSheet) {
  const boot = readFileSync(BOOT, "utf8").replace(/^import .*\n/gm, "");
  const named = (text, mark, part) => text.replace(`${mark}_NAME`, part.name).replace(`${mark}_INTEGRITY`, part.integrity);
  return shorten([named(named(openGlue(glue), "SECOND_SHEET", secondSheet), "SECOND", second), named(boot, "FIRST", first)].join("\n"), "js");
}

/** Refuses a page that the policy would stop, or that asks another origin for anything. */
export function checkPage(html) {
  must(!/<script(?![^>]*\ssrc=)/i.test(html), "an inline script is left in the page");
  must(!/<style[\s>]/i.test(html), "an inline sheet is left in the page");
  must(!/<[^>]*\s(?:style|on[a-z]+|nonce)\s*=/i.test(html), "an inline style, handler or nonce is left in the page");
  must(!/(?:href|src)\s*=\s*["'](?:[a-z]+:)?\/\//i.test(html), "the page names another origin");
}

/** What only the worker's program may carry: what takes seconds and hundreds of megabytes has no place in the page's. */
export function checkProgram(bytes) {
  must(!bytes.toString("latin1").includes("age-encryption.org"), "the page's program carries what is the worker's");
}

/** What cargo made of the program, with the relocations that cutting it needs. */
function compiledProgram() {
  must(process.env.ATTUNE_SPLIT, "a release is built by `make build`, which compiles the program so that it can be cut in two");
  return resolve(process.env.CARGO_TARGET_DIR ?? "target", "wasm32-unknown-unknown/release/attune.wasm");
}

function seal(folder) {
  const page = join(folder, "index.html");
  const read = (name) => readFileSync(join(folder, name));
  const keep = (stem, bytes, ending) => {
    const name = `${stem}-${shortHash(bytes)}.${ending}`;
    writeFileSync(join(folder, name), bytes);
    return name;
  };
  const drop = (name) => rmSync(join(folder, name));
  let html = readFileSync(page, "utf8").replace(/<!--[^]*?-->/g, "");

  // A sheet for each part, in the order in which index.html names them.
  const links = [...html.matchAll(/<link rel="stylesheet" href="\/?([^"]+)"[^>]*>/g)];
  must(links.length > 0, "the page names no sheet");
  const names = links.map(([, name]) => name);
  const joined = (names) => Buffer.from(shorten(names.map((name) => read(name).toString()).join("\n"), "css"));
  const sheet = joined(names.filter((name) => !SECOND_SHEETS.test(name)));
  const secondSheet = joined(names.filter((name) => SECOND_SHEETS.test(name)));
  names.forEach(drop);
  const sheetName = keep("attune", sheet, "css");
  html = html.replace(/<link rel="stylesheet"[^>]*>/g, "");

  // One script, and the two parts of the program. What Trunk bound and linked is the whole of it, and goes.
  const loader = html.match(/<script type="module">[^]*?from '\/?([^']+\.js)'[^]*?module_or_path: '\/?([^']+\.wasm)'[^]*?<\/script>/);
  must(loader, "Trunk's loader is not where it was: see tools/seal-page.mjs");
  const [, glueName, trunkWasmName] = loader;
  [glueName, trunkWasmName].forEach(drop);
  const { first, second, glue } = splitProgram(compiledProgram());
  [first, second].forEach(checkProgram);
  const part = (stem, bytes, ending) => ({ name: keep(stem, bytes, ending), integrity: integrity(bytes) });
  const parts = [part("attune", first, "wasm"), part("attune-second", second, "wasm"), part("attune-second", secondSheet, "css")];
  const script = Buffer.from(buildScript(glue, ...parts));
  const scriptName = keep("attune", script, "js");

  // The worker, as Trunk bound it. The page reads in its head what to fetch.
  const [workerGlue, workerProgram] = ["worker.js", "worker_bg.wasm"].map((name) => [read(name), drop(name)][0]);
  const worker = [
    part("worker", Buffer.from(shorten(workerGlue.toString(), "js")), "js"),
    part("worker", shortenProgram(withoutCustom(workerProgram)), "wasm"),
  ];

  html = html.replace(/<script[^]*?<\/script>/g, "").replace(/<link rel="(?:modulepreload|preload)"[^>]*>/g, "");
  html = html.replace(/href="\//g, 'href="./');
  // No preload for the program: a fetch with integrity does not take it up in Firefox and WebKit, so it would come twice.
  const head = [
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    `<meta charset="utf-8">`,
    `<script type="module" src="./${scriptName}" integrity="${integrity(script)}"></script>`,
    `<link rel="stylesheet" href="./${sheetName}" integrity="${integrity(sheet)}">`,
    `<meta name="worker" content="${worker.map(({ name, integrity }) => `./${name} ${integrity}`).join(" ")}">`,
  ].join("\n");
  html = html.replace(/<meta charset="utf-8"\s*\/?>/, "").replace("<head>", `<head>\n${head}`).replace(/\n\s*\n+/g, "\n");
  checkPage(html);
  writeFileSync(page, html);
  must(readdirSync(folder).filter((name) => name.endsWith(".js")).length === 2, "more scripts than the page's and the worker's are left in the folder");
}

const isCalled = process.argv[1] === fileURLToPath(import.meta.url);
if (isCalled && process.env.TRUNK_PROFILE === "release") {
  try {
    seal(process.env.TRUNK_STAGING_DIR);
  } catch (fault) {
    if (!(fault instanceof Refused)) throw fault;
    console.error(`The page was not sealed: ${fault.message}.`);
    process.exit(1);
  }
}
