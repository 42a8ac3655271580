// A class's heads: those taken (present, or photographed) and those missing, by name or by count.
// Which students are missing is marked in names.js.

const counted = ({ reasons }) => Object.values(reasons).reduce((sum, n) => sum + n, 0);

/** Begin with all of so many taken; `most` may be more than the class has, `least` fewer. */
export const all = (total, { least, most }) => ({
  total, taken: total, least, most, students: [], reasons: {},
});

/** How many missing heads have no reason yet. */
export const left = (split) =>
  Math.max(split.total - split.taken - split.students.length - counted(split), 0);

/** Return how many can be taken; who is named stays missing until said otherwise. */
export const room = (split) => Math.max(split.most - split.students.length, split.least);

/** Take so many heads, as far as that can be; reasons by count that no longer fit are dropped. */
export function take(split, wanted) {
  const taken = Math.min(Math.max(wanted, split.least), room(split));
  let missing = Math.max(split.total - taken - split.students.length, 0);
  const reasons = {};
  for (const [reason, n] of Object.entries(split.reasons)) {
    reasons[reason] = Math.min(n, missing);
    missing -= reasons[reason];
  }
  return { ...split, taken, reasons };
}

/** Leave one more head missing: one that has no reason yet, or one fewer is taken; null if none can. */
export function fewer(split) {
  const taken = split.taken - (left(split) === 0 ? 1 : 0);
  return taken < split.least ? null : { ...split, taken };
}

/** Note so many more heads with a reason, or fewer; where none is left over, one fewer is taken. */
export function miss(split, reason, step) {
  const after = step > 0 && left(split) === 0 ? fewer(split) : split;
  if (!after) return split;
  const n = Math.max((split.reasons[reason] ?? 0) + step, 0);
  return { ...after, reasons: { ...split.reasons, [reason]: n } };
}

/** List the missing heads as a command has them. */
export const missing = ({ students, reasons }) => [
  ...students.map(({ student, reason }) => ({ student, reason })),
  ...Object.entries(reasons).flatMap(([reason, count]) => (count ? { reason, count } : [])),
];
