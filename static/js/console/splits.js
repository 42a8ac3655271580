// How a row's heads are split when a panel opens, and what an amendment changes of them.
import { all, missing } from "../shared/heads.js";

/** Split a class about to be finished: all are photographed unless some were counted. */
export const toFinish = (row, counted) => ({
  ...all(row.heads, { least: 0, most: row.heads }),
  taken: counted || row.heads,
});

/** Split a finished class as it was finished, to be corrected. */
export const toCorrect = (row) => ({
  ...all(row.heads, { least: 0, most: row.heads }),
  taken: row.photographed,
  ...noted(row.missed),
});

/** Split a checked-in class into who is there of those expected; a finished one's heads stand. */
export function toAmend(row) {
  const done = row.state === "finished";
  const least = done ? row.heads : Math.max(row.photographed, 1);
  return {
    ...all(row.expected ?? 0, { least, most: done ? row.heads : 999 }),
    taken: row.heads,
    ...noted(row.absent),
  };
}

/** Part missing heads as a command has them into those by name and those by count. */
function noted(lines) {
  const reasons = {};
  for (const { reason, count } of lines) if (count) reasons[reason] = (reasons[reason] ?? 0) + count;
  return { students: lines.filter(({ student }) => student), reasons };
}

/** Return what an amendment changes of a row; no more are ready than are present. */
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
