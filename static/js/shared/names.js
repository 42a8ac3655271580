// A class by name: a press says who is missing, another why.
import { fewer } from "./heads.js";
import { reasonName } from "./reasons.js";

/** Return why a student is missing; undefined when they are not. */
export const reasonOf = ({ students }, student) =>
  students.find((line) => line.student === student)?.reason;

/** Mark a student as missing for a reason; one more is missing unless they were. */
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
 * Returns what changes; `selected` is the student pressed last, `reason` what new ones begin with.
 */
export function press({ split, selected, reason }, student) {
  if (!reasonOf(split, student)) return { split: mark(split, student, reason), selected: student };
  if (selected !== student) return { selected: student };
  return { split: unmark(split, student), selected: null };
}

/** Note another reason for the student pressed last, which the next ones begin with too. */
export const explain = ({ split, selected }, reason) => ({
  reason,
  split: selected ? mark(split, selected, reason) : split,
});

/** Return what stands under a name: why they are missing, else the end of their number. */
export const underName = (split, { student, number }) => {
  const reason = reasonOf(split, student);
  return reason ? reasonName(reason) : number.slice(-4);
};
