// What touches do for the fee; a sum that is what is due stays so when heads are added.
import { noteName, noteOf, sum } from "../shared/fee.js";
import { dueNow, paid } from "./exception.js";
import { state } from "./state.js";

const change = (fee) => (state.fee = { ...state.fee, ...fee });

/** Take a sum as paid. */
export function pay(yuan) {
  const paid_yuan = Math.max(yuan, 0);
  change({ paid_yuan: paid_yuan === dueNow(state) ? null : paid_yuan });
}

export const feeActions = {
  method: ({ value }) => change({ method: value }),
  pay: ({ value }) => pay(sum(paid(state), value)),
  note({ value }) {
    change({ note: value });
    document.querySelector("[data-field=note]").value = noteName(value);
  },
  /** What is typed into a field counts as it stands. */
  write: ({ field }, text) => change({ [field]: field === "note" ? noteOf(text) : text }),
};
