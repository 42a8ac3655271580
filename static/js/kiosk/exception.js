// Check-in by exception: all are there and ready until somebody says otherwise.
// Nothing counts as paid until somebody says how.
import { all, missing } from "../shared/heads.js";
import { page } from "../shared/page.js";
import { reasons } from "../shared/reasons.js";

/** So many heads are here; where names tell who came, it may turn out that nobody has. */
export const here = (n, least = 1) => all(n, { least, most: 999 });

/** What a class of so many begins with. */
export const asExpected = (n) => ({
  part: "heads",
  split: here(n),
  typed: null,
  selected: null,
  reason: reasons[0],
  lacking: { code: 0, dress: 0 },
  method: null,
  paid: null,
  note: "",
  reference: "",
  warning: null,
});

export const due = ({ split }) => split.taken * page.plan.fee_yuan;
export const paid = (state) => state.paid ?? due(state);
export const isPaying = ({ method }) => page.plan.fee_yuan > 0 && method !== null && method !== "later";

/** A sum that is not what is due wants a note. */
export const wantsNote = (state) => isPaying(state) && paid(state) !== due(state) && !state.note;

/** The check-in's fields beside its class, as a command tells them. */
export function told(state) {
  const { split, lacking, method, note, reference } = state;
  const present = split.taken;
  const prepared = (what) => Math.max(present - lacking[what], 0);
  const ready = { code: prepared("code"), dress: prepared("dress") };
  const fee = { paid_yuan: paid(state), method, reference, note };
  return { present, absent: missing(split), ready, ...(isPaying(state) && { fee }) };
}
