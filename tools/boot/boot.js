// Starts Attune in a release page; tools/seal-page.mjs puts wasm-bindgen's glue and the templates' grammar above it, in one file.
// Never touches what is stored: whatever fails here, the notes are as they were.
import { isTemplate } from "./templates.js";
import start from "./glue.js";

// The page's one policy for strings that become HTML. Scripts and script addresses have none, so they stay refused.
globalThis.trustedTypes?.createPolicy("default", {
  createHTML(html, _type, sink) {
    if (sink === "Element innerHTML" && isTemplate(html)) return html;
    throw new TypeError("Not a template of Attune's own: see tools/boot/templates.js");
  },
});

const frame = document.getElementById("boot");
try {
  const answer = await fetch(new URL("./WASM_NAME", import.meta.url), { integrity: "WASM_INTEGRITY" });
  if (!answer.ok) throw new Error(`Attune's program did not arrive: ${answer.status}`);
  await start({ module_or_path: answer });
  frame.remove();
} catch (fault) {
  frame.classList.add("boot--failed");
  frame.setAttribute("role", "alert");
  throw fault;
}
