// Starts Attune in a release page; tools/seal-page.mjs puts wasm-bindgen's glue above it, in one file.
// Never touches what is stored: whatever fails here, the notes are as they were.
import start from "./glue.js";

const frame = document.getElementById("boot");
try {
  const answer = await fetch(new URL("./FIRST_NAME", import.meta.url), { integrity: "FIRST_INTEGRITY" });
  if (!answer.ok) throw new Error(`Attune's program did not arrive: ${answer.status}`);
  await start({ module_or_path: answer });
  frame.remove();
} catch (fault) {
  frame.classList.add("boot--failed");
  frame.setAttribute("role", "alert");
  throw fault;
}
