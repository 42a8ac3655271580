// Codes in words: why somebody is missing or was called out of turn, why a fee differs.
import { page, t } from "./page.js";

/** The reasons to offer for a missing head, in the plan's order. */
export const reasons = page.plan.reasons;

/** What explains a sum that is less or more than is due. */
export const NOTES = { fewer: ["later", "teacher"], more: ["absent", "refund"] };

const worded = (kind) => (code) => {
  const key = `common.${kind}.${code}`;
  const text = t(key);
  return text === key ? code : text;
};

/** Name a reason: one of the catalogue's, or the plan's or somebody's own words. */
export const reasonName = worded("reason");

/** Word the note of a fee: one of the catalogue's, or somebody's own words. */
export const noteName = worded("note");

/** Give the code of a note as it stands in a field, or somebody's own words as they are. */
export const noteOf = (text) =>
  Object.values(NOTES).flat().find((code) => noteName(code) === text) ?? text;
