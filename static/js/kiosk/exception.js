// Check-in by exception: all are there, ready and paid for until somebody says otherwise.
import { page } from "../page.js";
import { reasons } from "../reasons.js";

/** What a class begins with; `absent` are reasons by student, `counts` heads by reason. */
export const asExpected = (present) => ({
  part: "heads",
  present,
  typed: null,
  absent: {},
  selected: null,
  reason: reasons[0],
  counts: {},
  lacking: { code: 0, dress: 0 },
  method: "wechat",
  paid: null,
  note: "",
  reference: "",
  warning: null,
});

const sum = (numbers) => Object.values(numbers).reduce((all, n) => all + n, 0);

/** How many heads are missing and have a reason. */
export const explained = (state) => Object.keys(state.absent).length + sum(state.counts);

/** How many heads are missing and have none yet. */
export const unexplained = (state, expected) =>
  Math.max(expected - state.present - explained(state), 0);

/** Mark a student as not here; again, to see to their reason; once more, as here after all. */
export function tapName(state, student) {
  if (!(student in state.absent)) {
    state.absent = { ...state.absent, [student]: state.reason };
    state.present -= 1;
  } else if (state.selected === student) {
    const { [student]: _, ...others } = state.absent;
    Object.assign(state, { absent: others, present: state.present + 1, selected: null });
    return;
  }
  state.selected = student;
}

/** Give the student tapped last another reason, which the next ones begin with too. */
export function tapReason(state, reason) {
  state.reason = reason;
  if (state.selected) state.absent = { ...state.absent, [state.selected]: reason };
}

/** Give one more head without a name a reason; where none is left over, take them back. */
export function countReason(state, reason, expected) {
  const n = unexplained(state, expected) ? (state.counts[reason] ?? 0) + 1 : 0;
  state.counts = { ...state.counts, [reason]: n };
}

/** A changed head-count leaves no more reasons than heads are missing. */
export function fit(state, expected) {
  if (expected - state.present < explained(state)) state.counts = {};
}

export const due = ({ present }) => present * page.plan.fee_yuan;
export const paid = (state) => state.paid ?? due(state);
export const isPaying = ({ method }) => page.plan.fee_yuan > 0 && method !== "later";

/** A sum that is not what is due wants a note. */
export const wantsNote = (state) => isPaying(state) && paid(state) !== due(state) && !state.note;

/** The check-in's fields beside its class, as a command tells them. */
export function told(state) {
  const { present, absent, counts, lacking, method, note, reference } = state;
  const missing = [
    ...Object.entries(absent).map(([student, reason]) => ({ student, reason })),
    ...Object.entries(counts).flatMap(([reason, count]) => (count ? { count, reason } : [])),
  ];
  const prepared = (what) => Math.max(present - lacking[what], 0);
  const ready = { code: prepared("code"), dress: prepared("dress") };
  const fee = { paid_yuan: paid(state), method, reference, note };
  return { present, absent: missing, ready, ...(isPaying(state) && { fee }) };
}
