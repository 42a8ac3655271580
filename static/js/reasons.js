// Why somebody is missing: the plan's reasons, in words.
import { page, t } from "./page.js";

/** The reasons to offer, in the plan's order. */
export const reasons = page.plan.reasons;

/** Name a reason: one of the catalogue's, or the plan's or somebody's own words. */
export function reasonName(reason) {
  const key = `common.reason.${reason}`;
  const text = t(key);
  return text === key ? reason : text;
}
