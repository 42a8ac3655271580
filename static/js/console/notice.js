// What stands over the queue: words on the wall, and days that nobody closed.
import { dayName, hallNow } from "../shared/clock.js";
import { t } from "../shared/page.js";
import { html } from "../shared/render.js";
import { off } from "./parts.js";
import { isBusy } from "./view.js";

const MINUTE_MS = 60000;

/** Draw the strips, a line each. */
export const notices = ({ desk }) => html`${running(desk)} ${desk.unclosed.map(unclosed)}`;

function running({ notice, notice_until: until }) {
  if (!notice) return "";
  const n = Math.max(Math.ceil((Date.parse(until) - hallNow()) / MINUTE_MS), 1);
  const left = until ? t("staff.notice_left", { n }) : t("staff.notice_stays");
  return html`<div class="strip" id="running">
    <p>${notice}<small>${t("staff.notice_where")} · ${left}</small></p>
    <button class="key" data-action="announce-nothing" ${off(isBusy("announce"))}>
      ${t("staff.announce_clear")}</button></div>`;
}

const unclosed = (date) => html`<div class="strip" id="unclosed-${date}">
  <p>${t("staff.unclosed", { day: dayName(date) })}</p>
  <button class="key" data-action="open" data-kind="close_day" data-date="${date}">
    ${t("staff.close_day")}</button></div>`;
