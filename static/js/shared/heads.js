// A class's heads: those taken (present, or photographed) and those missing, by name or by count.

const counted = ({ reasons }) => Object.values(reasons).reduce((sum, n) => sum + n, 0);

/** Begin with all of so many taken; `most` may be more than the class has, `least` fewer. */
export const all = (total, { least, most }) => ({
  total, taken: total, least, most, students: [], reasons: {},
});

/** How many missing heads have no reason yet. */
export const left = (split) =>
  Math.max(split.total - split.taken - split.students.length - counted(split), 0);

/** Tell how many can be taken; who is named stays missing until said otherwise. */
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

/** One more head is missing: one that has no reason yet, or one fewer is taken. */
function fewer(split) {
  const taken = split.taken - (left(split) === 0 ? 1 : 0);
  return taken < split.least ? null : { ...split, taken };
}

/** Give so many more heads a reason, or fewer; where none is left over, one fewer is taken. */
export function miss(split, reason, step) {
  const after = step > 0 && left(split) === 0 ? fewer(split) : split;
  if (!after) return split;
  const n = Math.max((split.reasons[reason] ?? 0) + step, 0);
  return { ...after, reasons: { ...split.reasons, [reason]: n } };
}

/** Tell why a student is missing; undefined when they are not. */
export const reasonOf = ({ students }, student) =>
  students.find((line) => line.student === student)?.reason;

/** Say of a student that they are missing and why; one more is missing unless they were. */
function mark(split, student, reason) {
  const others = split.students.filter((line) => line.student !== student);
  const after = others.length < split.students.length ? split : fewer(split);
  return after ? { ...after, students: [...others, { student, reason }] } : split;
}

const unmark = (split, student) => ({
  ...split,
  taken: Math.min(split.taken + 1, split.most),
  students: split.students.filter((line) => line.student !== student),
});

/**
 * Press a name: once for missing, on another to see to its reason, again for there after all.
 * Gives what changes; `selected` is the student pressed last, `reason` what new ones begin with.
 */
export function press({ split, selected, reason }, student) {
  if (!reasonOf(split, student)) return { split: mark(split, student, reason), selected: student };
  if (selected !== student) return { selected: student };
  return { split: unmark(split, student), selected: null };
}

/** Give the student pressed last another reason, which the next ones begin with too. */
export const explain = ({ split, selected }, reason) => ({
  reason,
  split: selected ? mark(split, selected, reason) : split,
});

/** List the missing heads as a command tells them. */
export const missing = ({ students, reasons }) => [
  ...students.map(({ student, reason }) => ({ student, reason })),
  ...Object.entries(reasons).flatMap(([reason, count]) => (count ? { reason, count } : [])),
];
