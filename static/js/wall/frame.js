// What stands around the wall's halls: the clock above, and below how many wait.
import { hallTime, local } from "../shared/clock.js";
import { page, spoken, t } from "../shared/page.js";
import { html } from "../shared/render.js";
import { bold } from "./bold.js";

/** Draw the hall's time and day. */
export function clock() {
  const written = (fields) =>
    local().toLocaleDateString(spoken(), { timeZone: "UTC", ...fields });
  return html`<b>${hallTime()}</b>
    <span>${written({ month: "long", day: "numeric" })}<br>${written({ weekday: "long" })}</span>`;
}

/**
 * Count the waiting of all boards shown, or, while nobody waits, whom the day expects; beside the
 * closing figures, whom it expected here.
 */
export function tally(boards, busy, done) {
  const live = html`<span class="live"><i></i>${t("display.live")}</span>`;
  if (!busy) {
    const counted = boards[0].windows.filter(({ venue }) => !done || page.halls.includes(venue));
    const n = sum(counted, (window) => window.expected);
    return html`<span>${bold("display.expected", { n })}</span>${live}`;
  }
  const classes = sum(boards, ({ waiting }) => waiting.classes);
  const heads = sum(boards, ({ waiting }) => waiting.heads);
  return html`<span>${bold("display.waiting_classes", { n: classes })}</span>
    <span>${bold("display.waiting_heads", { n: heads })}</span>${live}`;
}

/** Add up what `of` gives for each. */
export const sum = (items, of) => items.reduce((total, item) => total + of(item), 0);
