// Reasons in words: why somebody is missing or was called out of turn.
import { page, t } from "./page.js";

/** The reasons to offer for a missing head, in the plan's order. */
export const reasons = page.plan.reasons;

/** Word a code of a kind: as the catalogue has it, or as it is, in the plan's or somebody's words. */
export function worded(kind, code) {
  const key = `common.${kind}.${code}`;
  const text = t(key);
  return text === key ? code : text;
}

export const reasonName = (reason) => worded("reason", reason);
