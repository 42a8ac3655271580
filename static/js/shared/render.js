// Strings to DOM: escaped templates, and touching only what changed.
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

/**
 * Bring an element's content to what is given: markup of `html`, a list of it, or text. What stays
 * keeps its focus, its scroll, its animation and the finger on it; a child is the same where its id
 * is, or, without one, its place.
 */
export function draw(element, content) {
  const template = document.createElement("template");
  template.innerHTML = write(content);
  drawChildren(element, template.content);
}

function drawChildren(now, wanted) {
  const ids = new Set(Array.from(wanted.children, ({ id }) => id));
  for (const child of [...now.children]) if (!ids.has(child.id)) child.remove();
  const old = [...now.childNodes];
  for (const node of [...wanted.childNodes]) {
    if (old.length && old[0].nodeName === node.nodeName && old[0].id === node.id) drawNode(old.shift(), node);
    else if (node.id || !old.length) now.insertBefore(node, old[0] || null);
    else old.shift().replaceWith(node);
  }
  for (const node of old) node.remove();
}

function drawNode(now, wanted) {
  if (now.nodeType !== Node.ELEMENT_NODE) {
    if (now.data !== wanted.data) now.data = wanted.data;
    return;
  }
  for (const { name } of [...now.attributes]) {
    if (!wanted.hasAttribute(name)) now.removeAttribute(name);
  }
  for (const { name, value } of wanted.attributes) {
    if (now.getAttribute(name) !== value) now.setAttribute(name, value);
  }
  drawChildren(now, wanted);
}

// Advances of Noto Sans SC in bold, the widest of a kind; the first kind that has it tells.
const WIDTHS = [
  [/[\u2010-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u{1f000}-\u{30000}]/u, 1],
  [/[MWmw@%&]/, 0.95],
  [/\p{Lu}/u, 0.79],
  [/[\p{L}\d]/u, 0.63],
];
const NARROW = [/./su, 0.56];

/** A text's length in em: hanzi and other wide characters 1, the rest less, by kind. */
export function em(text) {
  const width = (c) => (WIDTHS.find(([kind]) => kind.test(c)) || NARROW)[1];
  return Array.from(text, width).reduce((sum, each) => sum + each, 0).toFixed(2);
}
