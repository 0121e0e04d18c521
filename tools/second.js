// Loads the second part of the program, and its sheet, when the first one asks; tools/seal-page.mjs puts this above
// wasm-bindgen's glue.
// Never asks again by itself: the person does.
const loadSheet = (name, integrity) =>
  new Promise((resolve, reject) => {
    const sheet = Object.assign(document.createElement("link"), { rel: "stylesheet", integrity, href: new URL(name, import.meta.url), onload: resolve });
    sheet.onerror = () => {
      sheet.remove();
      reject();
    };
    document.head.append(sheet);
  });

// Only the table of the first part knows this instance otherwise, and an engine that makes a table's functions late could
// take it for forgotten.
let second;

const secondPart = {
  /** `answer` is the number of a function of the first part, which is told whether it worked; `word` is its own. */
  __wasm_split_load_second: async (answer, word) => {
    let came = false;
    try {
      const [file] = await Promise.all([
        fetch(new URL("./SECOND_NAME", import.meta.url), { integrity: "SECOND_INTEGRITY" }),
        loadSheet("./SECOND_SHEET_NAME", "SECOND_SHEET_INTEGRITY"),
      ]);
      second = await WebAssembly.instantiate(await file.arrayBuffer(), { __wasm_split: SECOND_SHARED });
      came = true;
    } catch {
      // The page says so, in words for people.
    }
    wasm.__indirect_function_table.get(answer)(word, came);
  },
};
