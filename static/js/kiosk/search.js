// Finding classes by the initials of their pinyin.

const last = (items) => items[items.length - 1];

/** Say where a query's letters stand in a reading, in order from its first; null if they do not. */
export function places(reading, query) {
  const found = [];
  for (const letter of query) {
    const at = reading.indexOf(letter, found.length ? last(found) + 1 : 0);
    if (at < 0 || (found.length === 0 && at > 0)) return null;
    found.push(at);
  }
  return found;
}

const gaps = (found) => (found.length ? last(found) + 1 - found.length : 0);

function best(readings, query) {
  const matches = readings.map((reading) => places(reading, query)).filter(Boolean);
  return matches.sort((a, b) => gaps(a) - gaps(b))[0];
}

/**
 * List the classes that a query may mean, each with the places of its letters: those that can still
 * check in first, then unbroken matches before abbreviations.
 */
export function search(classes, pinyin, query) {
  return classes
    .map((entry) => ({ ...entry, found: best(pinyin[entry.planned.class_id] ?? [], query) }))
    .filter((entry) => entry.found)
    .sort(
      (a, b) =>
        Boolean(a.planned.ticket) - Boolean(b.planned.ticket) || gaps(a.found) - gaps(b.found),
    );
}

/** Split a name into [text, marked] pieces; readings count letters and digits only. */
export function marked(name, found) {
  const letters = [...name].flatMap((c, i) => (/[\p{L}\p{N}]/u.test(c) ? [i] : []));
  const hits = new Set(found.map((place) => letters[place]));
  const pieces = [];
  [...name].forEach((c, i) => {
    if (last(pieces)?.[1] === hits.has(i)) last(pieces)[0] += c;
    else pieces.push([c, hits.has(i)]);
  });
  return pieces;
}
