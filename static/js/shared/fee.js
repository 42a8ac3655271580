// What heads pay: what is due, what was paid and how, and the note that a difference wants.
import { page } from "./page.js";
import { worded } from "./reasons.js";

/** How a fee can be paid. */
export const METHODS = ["wechat", "alipay", "cash"];

/** What explains a sum that is less or more than is due. */
export const NOTES = { fewer: ["later", "teacher"], more: ["absent", "refund"] };

// Who may pay in place of the class: each student on the spot, or the school for all.
const OTHERS = ["each", "school"];

/** What a class pays for each of its heads, in yuan: nothing where others pay. */
export const perHead = OTHERS.includes(page.plan.payer) ? 0 : page.plan.fee_yuan;

// Yuan have no exact halves and tenths; fen are whole.
const fen = (yuan) => Math.round(yuan * 100);

/** Add sums of yuan to the fen. */
export const sum = (...yuan) => yuan.reduce((total, one) => total + fen(one), 0) / 100;

/** Return what so many heads have to pay, in yuan. */
export const due = (heads) => (fen(perHead) * heads) / 100;

/** Return by how many yuan more was paid than so many heads have to; less is negative. */
export const difference = (fee, heads) => sum(fee.paid_yuan, -due(heads));

/** Write a sum of yuan: 20, 12.50. */
export const yuanText = (yuan) => (Number.isInteger(yuan) ? String(yuan) : yuan.toFixed(2));

/** A sum that is not what is due wants a note. */
export const wantsNote = (fee, heads) => difference(fee, heads) !== 0 && !fee.note;

/** Word the note of a fee: one of the catalogue's, or somebody's own words. */
export const noteName = (note) => worded("note", note);

/** Return the code of a note as it stands in a field, or somebody's own words as they are. */
export const noteOf = (text) =>
  Object.values(NOTES).flat().find((code) => noteName(code) === text) ?? text;
