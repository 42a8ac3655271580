// Splitting a class's heads into those taken (photographed, or present) and those missing by reason.

/** The reasons that the surface documents. */
export const REASONS = [
  "absent", "late", "not_told", "no_code", "dress", "photographed_before", "other",
];

const given = ({ reasons }) => Object.values(reasons).reduce((sum, n) => sum + n, 0);

/** How many missing heads have no reason yet. */
export const left = (split) => Math.max(split.total - split.taken - given(split), 0);

/** Take so many more heads, or fewer; reasons that no longer fit are dropped. */
export function take(split, step) {
  const taken = Math.min(Math.max(split.taken + step, split.least), split.most);
  let room = Math.max(split.total - taken, 0);
  const reasons = {};
  for (const [reason, n] of Object.entries(split.reasons)) {
    reasons[reason] = Math.min(n, room);
    room -= reasons[reason];
  }
  return { ...split, taken, reasons };
}

/** Give so many more heads a reason, or fewer; where none is left over, one fewer is taken. */
export function miss(split, reason, step) {
  const fromTaken = step > 0 && left(split) === 0 ? step : 0;
  if (split.taken - fromTaken < split.least) return split;
  const n = Math.max((split.reasons[reason] ?? 0) + step, 0);
  const reasons = { ...split.reasons, [reason]: n };
  return { ...split, taken: split.taken - fromTaken, reasons };
}

/** List the missing heads as a command tells them; those noted by name stay so. */
export const missing = ({ students, reasons }) => [
  ...students,
  ...Object.entries(reasons).flatMap(([reason, count]) => (count ? { reason, count } : [])),
];

/** Split a class about to be finished: all are photographed unless some were counted. */
export const toFinish = (row, counted) => ({
  total: row.heads, taken: counted || row.heads, least: 0, most: row.heads,
  students: [], reasons: {},
});

/** Split a checked-in class into who is there of those expected; a finished one's heads stand. */
export function toAmend(row) {
  const done = row.state === "finished";
  const students = row.absent.filter(({ student }) => student);
  const reasons = {};
  for (const { reason, count } of row.absent) {
    if (count) reasons[reason] = (reasons[reason] ?? 0) + count;
  }
  return {
    total: (row.expected ?? 0) - students.length, taken: row.heads, students, reasons,
    least: done ? row.heads : Math.max(row.photographed, 1), most: done ? row.heads : 999,
  };
}

/** Give what an amendment changes of a row. */
export function amended(split, row) {
  const absent = missing(split);
  const isNoted = JSON.stringify(absent) === JSON.stringify(missing(toAmend(row)));
  return { ...(split.taken !== row.heads && { present: split.taken }), ...(!isNoted && { absent }) };
}
