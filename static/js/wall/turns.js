// What does not fit at once is shown a page at a time.

const EACH_MS = 8000;
// With so many pages nobody shall wait longer for theirs than needed to read one.
const MANY = 6;
const OF_MANY_MS = 6000;

/** Return whose turn it is of so many pages, by the page's own clock in milliseconds. */
export function turnOf(pages, ms = performance.now()) {
  return pages ? Math.floor(ms / (pages < MANY ? EACH_MS : OF_MANY_MS)) % pages : 0;
}

/** Cut a list into pages of at most so many. */
export const pagesOf = (items, most) =>
  Array.from({ length: Math.ceil(items.length / most) }, (_, i) => items.slice(i * most, (i + 1) * most));

/** Fill lines with items, in their order, whose widths by `widthOf` add up to at most `room`. */
export function linesOf(items, room, widthOf) {
  const lines = [];
  let left = 0;
  for (const item of items) {
    const width = widthOf(item);
    if (width > left) [lines[lines.length], left] = [[], room];
    lines[lines.length - 1].push(item);
    left -= width;
  }
  return lines;
}
