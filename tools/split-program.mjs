// Cuts the compiled program in two where src/main.rs says, and shortens both parts.
// Never touches the page: seal-page.mjs puts in what comes out here.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const LOADER = fileURLToPath(new URL("./second.js", import.meta.url));

// What Rust's wasm uses; wasm-opt has to be told.
const FEATURES = ["bulk-memory", "nontrapping-float-to-int", "sign-ext", "mutable-globals", "reference-types", "multivalue"];

/** The names by which wasm-bindgen's glue and the first part know each other, in one or two letters: 4 KB after brotli. */
export function shortenNames(glue, { imports, exports }) {
  const short = new Map(imports.map(([, name, by]) => [name, by]));
  const named = glue.replace(/\b__w\w+\b/g, (name) => short.get(name) ?? name);
  const shortExport = new Map(exports);
  return named.replace(/\bwasm\.([\w$]+)/g, (_, name) => {
    if (!shortExport.has(name)) throw new Error(`wasm-bindgen's script uses ${name}, which the program does not export`);
    return `wasm.${shortExport.get(name)}`;
  });
}

/** wasm-bindgen's glue with our loader of the second part, which takes these names from the first, where it would import one. */
export function joinLoader(glue, shared) {
  const star = glue.match(/^import \* as (\w+) from "\.\/__wasm_split\.js";?$/m);
  const table = glue.match(/"\.\/\w+_bg\.js": (\w+),\s*"\.\/__wasm_split\.js": (\w+),/);
  if (!star || !table || star[1] !== table[2]) throw new Error("the two parts are not joined as they were: see tools/split-program.mjs");
  // wasm-opt gives all imports one module, named `a`.
  const joined = glue.replace(star[0], "").replace(table[0], `a: { ...${table[1]}, ...secondPart },`);
  const loader = readFileSync(LOADER, "utf8").replace("SECOND_SHARED", `{ ${shared.map((name) => `${name}: wasm.${name}`).join(", ")} }`);
  return `${loader}\n${joined}`;
}

// Control flow taken apart and put together anew, then twice for size: 1.5 KB less after brotli than -Oz.
const SMALL = ["--flatten", "--rereloop", "-Os", "-Os"];

const optimise = (folder, levels, from, to, ...passes) => {
  const given = [...levels, ...passes, ...FEATURES.map((it) => `--enable-${it}`), from, "-o", to];
  return execFileSync("wasm-opt", given, { cwd: folder, encoding: "utf8", maxBuffer: 1 << 26, stdio: ["ignore", "pipe", "pipe"] });
};

/** A module without its custom sections: names, and the relocations that only a cut needs, which no one else takes off. */
export function withoutCustom(bytes) {
  const kept = [bytes.subarray(0, 8)];
  for (let at = 8; at < bytes.length; ) {
    let [length, shift, body] = [0, 0, at + 1];
    do {
      length += (bytes[body] & 127) * 2 ** shift;
      shift += 7;
    } while (bytes[body++] & 128);
    if (bytes[at] !== 0) kept.push(bytes.subarray(at, body + length));
    at = body + length;
  }
  return Buffer.concat(kept);
}

/** A program of one piece, made for speed: the worker's, which has no share in what comes before the page stands. */
export function shortenProgram(bytes) {
  const folder = mkdtempSync(join(tmpdir(), "attune-"));
  try {
    writeFileSync(join(folder, "whole.wasm"), bytes);
    optimise(folder, ["-O3"], "whole.wasm", "short.wasm");
    return readFileSync(join(folder, "short.wasm"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Both parts, and the script that starts the first and loads the second; SECOND_NAME and SECOND_INTEGRITY are still to be put in. */
export function splitProgram(compiled) {
  const folder = mkdtempSync(join(tmpdir(), "attune-"));
  const run = (program, ...given) => execFileSync(program, given, { cwd: folder, encoding: "utf8", maxBuffer: 1 << 26, stdio: ["ignore", "pipe", "pipe"] });
  const shorten = (from, to, ...passes) => optimise(folder, SMALL, from, to, ...passes);
  try {
    run("wasm-split-cli", compiled, ".", "--out-name", "attune");
    run("wasm-bindgen", "--target", "web", "--no-typescript", "--keep-lld-exports", "--out-dir", "bound", "attune.wasm");
    const names = JSON.parse(shorten("bound/attune_bg.wasm", "first.wasm", "--minify-imports-and-exports-and-modules"));
    shorten("split_second.wasm", "second.wasm");
    const [first, second] = ["first.wasm", "second.wasm"].map((name) => readFileSync(join(folder, name)));
    const shared = WebAssembly.Module.imports(new WebAssembly.Module(second)).map(({ name }) => name);
    const glue = joinLoader(readFileSync(join(folder, "bound/attune.js"), "utf8"), shared);
    return { first, second, glue: shortenNames(glue, names) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
