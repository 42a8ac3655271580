// Splitting a class's heads into those taken (photographed, or present) and those missing by reason.

const given = ({ students, reasons }) =>
  Object.values(reasons).reduce((sum, n) => sum + n, students.length);

/** How many missing heads have no reason yet. */
export const left = (split) => Math.max(split.total - split.taken - given(split), 0);

/** Take so many more heads, or fewer; reasons that no longer fit are dropped. */
export function take(split, step) {
  const taken = Math.min(Math.max(split.taken + step, split.least), split.most);
  const students = split.students.slice(0, Math.max(split.total - taken, 0));
  let room = Math.max(split.total - taken - students.length, 0);
  const reasons = {};
  for (const [reason, n] of Object.entries(split.reasons)) {
    reasons[reason] = Math.min(n, room);
    room -= reasons[reason];
  }
  return { ...split, taken, students, reasons };
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

/** Say of a student that they are missing and why. */
export function mark(split, student, reason) {
  const others = split.students.filter((line) => line.student !== student);
  const after = others.length < split.students.length ? split : fewer(split);
  return after ? { ...after, students: [...others, { student, reason }] } : split;
}

/** Say of a student that they are not missing after all. */
export const unmark = (split, student) => ({
  ...split,
  taken: Math.min(split.taken + 1, split.most),
  students: split.students.filter((line) => line.student !== student),
});

/** List the missing heads as a command tells them. */
export const missing = ({ students, reasons }) => [
  ...students.map(({ student, reason }) => ({ student, reason })),
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
  const reasons = {};
  for (const { reason, count } of row.absent) {
    if (count) reasons[reason] = (reasons[reason] ?? 0) + count;
  }
  return {
    total: row.expected ?? 0, taken: row.heads, reasons,
    students: row.absent.filter(({ student }) => student),
    least: done ? row.heads : Math.max(row.photographed, 1), most: done ? row.heads : 999,
  };
}

/** Give what an amendment changes of a row; no more are ready than are present. */
export function amended({ split, ready }, row) {
  const absent = missing(split);
  const isNoted = JSON.stringify(absent) === JSON.stringify(missing(toAmend(row)));
  const fits = ready && {
    code: Math.min(ready.code ?? split.taken, split.taken),
    dress: Math.min(ready.dress ?? split.taken, split.taken),
  };
  const isReady = !fits || (fits.code === row.ready?.code && fits.dress === row.ready?.dress);
  return {
    ...(split.taken !== row.heads && { present: split.taken }),
    ...(!isNoted && { absent }),
    ...(!isReady && { ready: fits }),
  };
}
