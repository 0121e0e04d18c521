// Tells Attune's own static markup from any other string that asks to become HTML.
// Never repairs anything: what it does not know it refuses, whole.
//
// Leptos turns markup without a moving part into one string at compile time and hands it to innerHTML (tachys,
// create_element_from_html and create_svg_element_from_html). leptos_macro writes these strings in one way only: names,
// double-quoted values, the four entities below, every element closed. So the grammar can be that narrow, and a string
// in it can neither run a script nor fetch anything: no element that does, no on*, no style, no address but a fragment.

const ELEMENTS = new Set(
  (
    "a abbr article aside b blockquote br button caption cite code col colgroup dd del details dfn div dl dt em fieldset " +
    "figcaption figure footer h1 h2 h3 h4 h5 h6 header hr hgroup i input ins kbd label legend li main mark meter nav ol " +
    "optgroup option output p pre progress q s samp search section small span strong sub summary sup table tbody td tfoot th " +
    "thead time tr u ul var wbr " +
    "svg g path circle ellipse line polyline polygon rect text tspan title desc defs use symbol clipPath mask pattern " +
    "linearGradient radialGradient stop marker"
  ).split(" "),
);

const VOID = new Set("br col hr input wbr".split(" "));

const ATTRIBUTES = new Set(
  (
    "autocapitalize autocomplete checked class colspan datetime dir disabled enterkeyhint for headers hidden high id inputmode " +
    "label lang low max maxlength min minlength multiple name open optimum pattern placeholder popover popovertarget readonly required " +
    "reversed role rowspan scope selected size spellcheck span start step tabindex title translate type value " +
    "writingsuggestions href " +
    "clip-path clip-rule clipPathUnits cx cy d dominant-baseline dx dy fill fill-opacity fill-rule focusable font-size " +
    "gradientTransform gradientUnits height marker-end marker-start markerHeight markerWidth mask offset opacity orient " +
    "pathLength patternUnits points preserveAspectRatio r refX refY rx ry stop-color stop-opacity stroke stroke-dasharray " +
    "stroke-linecap stroke-linejoin stroke-opacity stroke-width text-anchor transform vector-effect viewBox width x x1 x2 " +
    "xmlns y y1 y2"
  ).split(" "),
);

const OPEN = /<([A-Za-z][A-Za-z0-9]*)((?: [A-Za-z][A-Za-z0-9-]*(?:="[^"<>]*")?)*)>/y;
const CLOSE = /<\/([A-Za-z][A-Za-z0-9]*)>/y;
const TEXT = /[^<>]+/y;
const ATTRIBUTE = / ([A-Za-z][A-Za-z0-9-]*)(?:="([^"]*)")?/g;
// The only entities leptos_macro writes. Any other could hide a colon or a bracket from the checks below.
const STRANGE_ENTITY = /&(?!(?:amp|lt|gt|quot);)/;
// A reference into this document; every other address would be a way out.
const FOREIGN_URL = /url\s*\((?!#)/i;

function isAttribute(name, value = "") {
  if (!ATTRIBUTES.has(name) && !/^(?:aria|data)-[a-z-]+$/.test(name)) return false;
  if (STRANGE_ENTITY.test(value) || FOREIGN_URL.test(value)) return false;
  // A presentation attribute is CSS, where a backslash can spell "url" in other letters.
  if (value.includes("\\")) return false;
  return name !== "href" || value.startsWith("#");
}

/** Whether `html` is markup of the kind that Leptos compiles from a static view, and nothing more. */
export function isTemplate(html) {
  const open = [];
  let at = 0;
  const take = (pattern) => {
    pattern.lastIndex = at;
    const found = pattern.exec(html);
    if (found) at = pattern.lastIndex;
    return found;
  };
  if (typeof html !== "string" || html[0] !== "<") return false;
  while (at < html.length) {
    let found;
    if ((found = take(OPEN))) {
      if (!ELEMENTS.has(found[1])) return false;
      for (const [, name, value] of found[2].matchAll(ATTRIBUTE)) if (!isAttribute(name, value)) return false;
      if (!VOID.has(found[1])) open.push(found[1]);
    } else if ((found = take(CLOSE))) {
      if (open.pop() !== found[1]) return false;
    } else if ((found = take(TEXT))) {
      if (STRANGE_ENTITY.test(found[0])) return false;
    } else {
      return false;
    }
  }
  return open.length === 0;
}
