// Check-in by exception: all are there and ready until somebody says otherwise.
// Nothing counts as paid until somebody says how.
import { due, perHead, wantsNote } from "../shared/fee.js";
import { all, missing } from "../shared/heads.js";
import { reasons } from "../shared/reasons.js";

// Whoever has these is there: they are noted as not ready.
const UNREADY = ["no_code", "dress"];

/** Why somebody may not be there, in the plan's order. */
export const absences = reasons.filter((reason) => !UNREADY.includes(reason));

/** So many heads are here; where names tell who came, it may turn out that nobody has. */
export const here = (n, least = 1) => all(n, { least, most: 999 });

/** What a class of so many begins with; a sum of null is what is due. */
export const asExpected = (n) => ({
  part: "heads",
  split: here(n),
  typed: null,
  selected: null,
  reason: absences[0],
  lacking: { code: 0, dress: 0 },
  fee: { method: null, paid_yuan: null, reference: "", note: "" },
  warning: null,
});

export const dueNow = ({ split }) => due(split.taken);
export const paid = (state) => state.fee.paid_yuan ?? dueNow(state);
export const isPaying = ({ fee: { method } }) =>
  perHead > 0 && method !== null && method !== "later";

const feeOf = (state) => ({ ...state.fee, paid_yuan: paid(state) });

/** Whether the sum that is paid lacks the note that it wants. */
export const lacksNote = (state) => isPaying(state) && wantsNote(feeOf(state), state.split.taken);

/** Return the check-in's fields beside its class, as a command has them. */
export function fields(state) {
  const { split, lacking } = state;
  const present = split.taken;
  const prepared = (what) => Math.max(present - lacking[what], 0);
  const ready = { code: prepared("code"), dress: prepared("dress") };
  return { present, absent: missing(split), ready, ...(isPaying(state) && { fee: feeOf(state) }) };
}
