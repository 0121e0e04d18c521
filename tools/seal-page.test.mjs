// Keeps the promise of the sealed page: what would break the policy is refused while building, not met by a person.
// Never needs a browser or a build.
import assert from "node:assert/strict";
import { test } from "node:test";
import { buildScript, checkPage, checkProgram, openGlue, POLICY, shorten } from "./seal-page.mjs";

const GLUE = "let wasm;\nasync function __wbg_init() {}\nexport { initSync, __wbg_init as default };\n";

test("a page that the policy would stop is refused", () => {
  for (const html of [
    "<script>1</script>",
    "<script type=module>1</script>",
    '<p style="color: red">',
    "<p onclick='x()'>",
    '<script nonce="x" src="./a.js"></script>',
    "<style>p {}</style>",
    '<link href="https://example.org/a.css">',
    '<img src="//example.org/a.png">',
  ]) {
    assert.throws(() => checkPage(html), html);
  }
  checkPage('<script type="module" src="./a.js" integrity="sha384-x"></script><p class="on">style=on</p>');
});

const part = (name, integrity) => ({ name, integrity });

test("the script imports nothing and names both parts of its program with integrity", () => {
  const loader = 'const second = () => fetch("./SECOND_NAME", { integrity: "SECOND_INTEGRITY" }, "./SECOND_SHEET_NAME", "SECOND_SHEET_INTEGRITY");\n';
  const script = buildScript(loader + GLUE, part("attune-1.wasm", "sha384-abc"), part("attune-second-1.wasm", "sha384-def"), part("attune-second-1.css", "sha384-ghi"));
  assert.doesNotMatch(script, /(^|;)\s*(import|export)\b(?!\.meta)/m);
  assert.match(script, /"\.\/attune-1\.wasm"/);
  assert.match(script, /integrity: ?"sha384-abc"/);
  assert.match(script, /"\.\/attune-second-1\.wasm", ?\{ ?integrity: ?"sha384-def"/);
  assert.match(script, /"\.\/attune-second-1\.css", ?"sha384-ghi"/);
});

test("glue that would load a second file is refused", () => {
  assert.throws(() => openGlue(`import { x } from './snippets/x.js';\n${GLUE}`));
  assert.throws(() => openGlue("let wasm;"));
});

test("the policy lets no other origin and no inline script in", () => {
  assert.match(POLICY, /^default-src 'none';/);
  assert.match(POLICY, /require-trusted-types-for 'script'; trusted-types attune-worker$/);
  assert.match(POLICY, /; worker-src blob:;/);
  assert.doesNotMatch(POLICY, /unsafe-inline|'unsafe-eval'|nonce|https?:|\*/);
});

test("a shortened sheet keeps its strings and its colours", () => {
  const sheet = '/* a */\n  p::before { content: "/* b */"; color: light-dark(oklch(98% .008 85), oklch(20% .01 75)) }\n';
  assert.equal(shorten(sheet, "css"), 'p:before{content:"/* b */";color:light-dark(oklch(98% .008 85),oklch(20% .01 75))}\n');
});

test("what is the worker's is refused in the page's program", () => {
  checkProgram(Buffer.from("\0asm attune"));
  assert.throws(() => checkProgram(Buffer.from("\0asm age-encryption.org/v1")), /worker's/);
});
