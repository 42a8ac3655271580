// What heads pay: what is due, what was paid and how, and the note that a difference wants.
import { page } from "./page.js";
import { worded } from "./reasons.js";

/** How a fee can be paid. */
export const METHODS = ["wechat", "alipay", "cash"];

/** What explains a sum that is less or more than is due. */
export const NOTES = { fewer: ["later", "teacher"], more: ["absent", "refund"] };

/** Return what so many heads have to pay, in yuan. */
export const due = (heads) => page.plan.fee_yuan * heads;

/** Return by how many yuan more was paid than so many heads have to; less is negative. */
export const difference = (fee, heads) => fee.paid_yuan - due(heads);

/** A sum that is not what is due wants a note. */
export const wantsNote = (fee, heads) => difference(fee, heads) !== 0 && !fee.note;

/** Word the note of a fee: one of the catalogue's, or somebody's own words. */
export const noteName = (note) => worded("note", note);

/** Return the code of a note as it stands in a field, or somebody's own words as they are. */
export const noteOf = (text) =>
  Object.values(NOTES).flat().find((code) => noteName(code) === text) ?? text;
