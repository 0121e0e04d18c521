// Keeps the promise of the cut: the two parts and the script know each other by the same names, or nothing is built.
// Never needs a browser or a build.
import assert from "node:assert/strict";
import { test } from "node:test";
import { joinLoader, shortenNames, withoutCustom } from "./split-program.mjs";

const GLUE = [
  'import * as import1 from "./__wasm_split.js"',
  "let wasm;",
  "function imports() {",
  '  const import0 = { __wbg_get_0123: (at) => wasm.__wbindgen_malloc(at), __wbg_get_0123_14: () => wasm.memory.buffer };',
  '  return { "./attune_bg.js": import0, "./__wasm_split.js": import1, };',
  "}",
].join("\n");
const NAMES = {
  imports: [["./attune_bg.js", "__wbg_get_0123", "$a"], ["./attune_bg.js", "__wbg_get_0123_14", "b"], ["./__wasm_split.js", "__wasm_split_load_second", "c"]],
  exports: [["memory", "d"], ["__wbindgen_malloc", "$e"], ["__indirect_function_table", "f"]],
};

test("the script takes the names that the program was given", () => {
  const glue = shortenNames(joinLoader(GLUE, ["memory"]), NAMES);
  assert.match(glue, /\$a: \(at\) => wasm\.\$e\(at\), b: \(\) => wasm\.d\.buffer/);
  assert.match(glue, /\bc: async \(answer, word\)/);
  assert.match(glue, /wasm\.f\.get\(answer\)/);
  assert.match(glue, /\{ memory: wasm\.d \}/);
  assert.doesNotMatch(glue, /__wasm_split_load_second|__wbg_get|wasm\.memory/);
});

test("the script imports nothing: our loader stands where it would", () => {
  const glue = joinLoader(GLUE, ["memory"]);
  assert.doesNotMatch(glue, /^\s*import\b/m);
  assert.match(glue, /return \{ a: \{ \.\.\.import0, \.\.\.secondPart \} *, *\}/);
});

test("a script that is not as it was is refused", () => {
  assert.throws(() => joinLoader(GLUE.replace("import1 from", "import2 from"), []), /joined/);
  assert.throws(() => joinLoader("let wasm;", []), /joined/);
  assert.throws(() => shortenNames("wasm.unheard_of()", NAMES), /unheard_of/);
});

test("a module loses its custom sections and nothing else", () => {
  const head = [0, 97, 115, 109, 1, 0, 0, 0];
  const [type, named] = [[1, 4, 1, 96, 0, 0], [0, 3, 1, 97, 9]];
  const long = [0, 0x82, 0x01, 1, 97, ...Array(128).fill(7)];
  assert.deepEqual([...withoutCustom(Uint8Array.from([...head, ...named, ...type, ...long]))], [...head, ...type]);
});
