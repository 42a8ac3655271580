// What to simulate: days, stations at each venue, and who goes first.
import { t } from "../shared/page.js";
import { html } from "../shared/render.js";

const POLICIES = ["window", "fifo", "roster"];
const MOST_STATIONS = 12;
const DAYS = [20, 100, 500];

const numbers = Array.from({ length: MOST_STATIONS }, (_, n) => n + 1);
const option = (value, chosen, text) =>
  html`<option value="${value}" ${value === chosen && "selected"}>${text}</option>`;

/** Draw the form as the plan has it; of a plan of one day no day is asked. */
export const form = ({ venues, plan }) => html`
  ${plan.days.length > 1 && html`<label class="named">${t("staff.rehearsal.day")}
    <select class="field low" name="day">
      ${plan.days.map((day) => option(day, plan.date, day))}
    </select></label>`}
  ${venues.map((venue) => html`<label class="named">${t("staff.rehearsal.stations", { venue: venue.name })}
    <select class="field low" name="${venue.id}">
      ${numbers.map((n) => option(n, venue.open_at_start.length, n))}
    </select></label>`)}
  <label class="named">${t("staff.rehearsal.policy")}<select class="field low" name="policy">
    ${POLICIES.map((p) => option(p, plan.policy, t(`staff.rehearsal.policy_${p}`)))}
  </select></label>
  <label class="named">${t("staff.rehearsal.days")}<select class="field low" name="days">
    ${DAYS.map((n) => option(n, 100, n))}
  </select></label>
  <button class="button low">${t("staff.rehearsal.start")}</button>`;

/** Read the form. */
export function wanted(data) {
  const { policy, days, day, ...stations } = Object.fromEntries(data);
  const counts = Object.entries(stations).map(([venue, n]) => [venue, Number(n)]);
  const wish = { policy, days: Number(days), stations: Object.fromEntries(counts) };
  return day ? { ...wish, day } : wish;
}
