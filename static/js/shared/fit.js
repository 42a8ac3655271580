// Names as large as their room allows, in as many lines as make them clearly larger.
import { em } from "./render.js";

// What another line must gain to be worth it, and how far apart its lines stand.
const CLEARLY = 1.06;
export const LINE = 1.14;
// Letters may come out a little wider than `em` has them.
const SPARE = 0.985;

const OPENS = /[(\uff08]/;
const CLOSES = /[)\uff09]/;
const SIGN = /[\dA-Za-z.-]/;
// Of a grade or a class: no line begins with it.
const UNIT = /[\u7ea7\u73ed]/;
const AND = /[\u4e0e\u548c\u53ca]/;
const PAUSE = /[ ,\u3001\uff0c\u3002]/;

/** Return text, lines and size in pixels that fill a room of `width` by `height` pixels best. */
export function fit(text, { width, height, most, lines }) {
  let best = { size: 0 };
  for (let n = 1; n <= lines; n++) {
    const { cost, parts } = breaks(text, n);
    const widest = Math.max(...parts.map(em));
    const size = Math.min(most, (SPARE * width) / widest, height / (LINE * parts.length));
    if ((size * widest) / cost > CLEARLY * best.size) best = { size, parts };
  }
  return best;
}

/**
 * Break a text into at most so many lines of about one length, in the places that hurt least: the
 * `parts`, and as their `cost` the widest of them in em, times how much the breaks hurt.
 */
export function breaks(text, n) {
  const whole = { cost: Number(em(text)), parts: [text] };
  if (n === 1) return whole;
  let best = { cost: Infinity };
  for (let i = 1; i < text.length; i++) {
    const hurts = pain(text, i);
    if (hurts === Infinity) continue;
    const first = text.slice(0, i).trim();
    const rest = breaks(text.slice(i), n - 1);
    const cost = hurts * Math.max(em(first), rest.cost);
    if (cost < best.cost) best = { cost, parts: [first, ...rest.parts] };
  }
  return best.parts ? best : whole;
}

/** Say how much a break before a place hurts: 1 for not at all, infinity for never. */
function pain(text, i) {
  const [before, after] = [text[i - 1], text[i]];
  if (OPENS.test(before) || CLOSES.test(after) || PAUSE.test(after) || UNIT.test(after)) return Infinity;
  const inside = text.lastIndexOf("\uff08", i - 1) > text.lastIndexOf("\uff09", i - 1) ? 1.4 : 1;
  if (PAUSE.test(before) || OPENS.test(after) || CLOSES.test(before)) return inside;
  if (SIGN.test(before) && SIGN.test(after)) return 3;
  if (SIGN.test(after)) return inside;
  if (AND.test(before)) return 1.06 * inside;
  // Names of majors are made of words of two hanzi, as counted from their end.
  const [rest] = text.slice(i).split(/[\d\uff08\u73ed ]/);
  return (rest.length % 2 ? 2 : 1.15) * inside;
}
