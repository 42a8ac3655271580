// First screen: which college.
import { hhmm, local } from "../shared/clock.js";
import { page, spoken, t } from "../shared/page.js";
import { em, html } from "../shared/render.js";
import { below, findButton, heading, hint, mongolian } from "./shell.js";
import { state } from "./state.js";

const today = () =>
  local().toLocaleDateString(spoken(), { month: "long", day: "numeric", timeZone: "UTC" });

/** Three to a row, or four, whichever leaves no tile alone. */
const columns = (count) => (count <= 3 ? Math.max(count, 1) : count === 5 || count === 6 ? 3 : 4);

const tile = (action) => (college) => html`<button
  class="tile ${college.state} ${page.plan.mongolian_side}"
  data-action="${action}"
  data-value="${college.college_id}"
>
  ${mongolian(college.mongolian)}
  <span class="about">
    <b style="--em:${em(college.name)}">${college.name}</b>
    <span class="tag">${t(`kiosk.window.${college.state}`)}</span>
    <time>${hhmm(college.opens)}–${hhmm(college.closes)}</time>
    <small>${t("kiosk.college.expected", { n: college.expected })}</small>
  </span>
</button>`;

/** The colleges, each to be touched for an action. */
export function collegeTiles(action) {
  const { colleges } = state.roll;
  return html`<div class="tiles scroll" style="--columns:${columns(colleges.length)}">
    ${colleges.map(tile(action))} ${!colleges.length && html`<p class="empty">${t("kiosk.home.empty")}</p>`}
    ${below("colleges")}
  </div>`;
}

export const main = () =>
  html`${heading(t("kiosk.home.title"), t("kiosk.home.today", { date: today() }))}
    ${collegeTiles("college")}`;

export const foot = () => html`${findButton()}
  <button class="button" data-action="walk">${t("kiosk.walk")}</button>${hint(state.large ? "" : t("kiosk.help"))}
  <button class="button" data-action="large" aria-pressed="${state.large}">
    ${t(state.large ? "kiosk.large.off" : "kiosk.large.on")}
  </button>`;
