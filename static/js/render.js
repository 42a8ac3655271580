// Strings to DOM: escaped templates, and drawing only what changed.
class Safe extends String {}

const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escape = (text) => String(text).replace(/[&<>"']/g, (c) => ENTITIES[c]);

function write(value) {
  if (value === null || value === undefined || value === false) return "";
  if (Array.isArray(value)) return value.map(write).join("");
  return value instanceof Safe ? value : escape(value);
}

/** Build markup; every value is escaped unless it is markup of `html` itself. */
export function html(strings, ...values) {
  return new Safe(strings.reduce((out, part, i) => out + write(values[i - 1]) + part));
}

const drawn = new WeakMap();

/** Put markup into an element unless it stands there already. */
export function draw(element, markup) {
  const text = String(markup);
  if (drawn.get(element) === text) return;
  drawn.set(element, text);
  element.innerHTML = text;
}

/** A text's length in em: hanzi and other wide characters 1, the rest .56. */
export function em(text) {
  let sum = 0;
  for (const c of text) sum += /[\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u{20000}-\u{30000}]/u.test(c) ? 1 : 0.56;
  return sum.toFixed(2);
}
