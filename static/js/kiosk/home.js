// First screen: which college.
import { hhmm, local } from "../clock.js";
import { page, spoken, t } from "../page.js";
import { em, html } from "../render.js";
import { findButton, heading, hint, mongolian } from "./shell.js";
import { state } from "./state.js";

const today = () =>
  local().toLocaleDateString(spoken(), { month: "long", day: "numeric", timeZone: "UTC" });

/** Three to a row, or four, whichever leaves no tile alone. */
const columns = (count) => (count <= 3 ? Math.max(count, 1) : count === 5 || count === 6 ? 3 : 4);

const tile = (college) => html`<button
  class="tile ${college.state} ${page.plan.mongolian_side}"
  data-action="college"
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

export function main() {
  const { colleges } = state.roll;
  return html`${heading(t("kiosk.home.title"), t("kiosk.home.today", { date: today() }))}
    <div class="tiles scroll" style="--columns:${columns(colleges.length)}">
      ${colleges.map(tile)} ${!colleges.length && html`<p class="empty">${t("kiosk.home.empty")}</p>`}
    </div>`;
}

export const foot = () => html`${findButton()}${hint(t("kiosk.help"))}
  <button class="button" data-action="large" aria-pressed="${state.large}">
    ${t(state.large ? "kiosk.large.off" : "kiosk.large.on")}
  </button>`;
