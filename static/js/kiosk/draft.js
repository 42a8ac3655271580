// What was said of a class and not sent: kept in memory for two minutes, for its monitor to go on.
import { missing } from "../shared/heads.js";

const KEPT_MS = 120000;
const FIELDS = ["split", "selected", "lacking", "fee"];

let kept = null;

const isTouched = ({ split, lacking, fee }) =>
  split.taken !== split.total || missing(split).length > 0 || lacking.code > 0 || lacking.dress > 0 ||
  fee.method !== null;

/** Keep what was said of a class, if anything was. */
export function keep(state) {
  if (!isTouched(state)) return;
  const fields = FIELDS.map((name) => [name, state[name]]);
  kept = { classId: state.classId, at: performance.now(), fields: Object.fromEntries(fields) };
}

/** Return what was said of a class of so many; null if nothing was, or it was too long ago. */
export function draftOf(classId, total) {
  if (kept === null || performance.now() - kept.at > KEPT_MS) kept = null;
  const isOurs = kept !== null && kept.classId === classId && kept.fields.split.total === total;
  return isOurs ? kept.fields : null;
}

/** Forget it: the class is checked in, or begins anew. */
export const forget = () => (kept = null);
