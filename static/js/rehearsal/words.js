// What a rehearsal says of a venue in sentences: who overruns, what is wrong, what would be enough.
import { hhmm } from "../shared/clock.js";
import { t } from "../shared/page.js";
import { html } from "../shared/render.js";

/** Say who overruns by how much, the worst first, and when everything is done. */
export function sentences({ colleges, ends_at, ends_latest }) {
  if (!ends_at) return html`<p class="slips">${t("staff.rehearsal.nobody")}</p>`;
  const late = colleges
    .filter((c) => c.overrun_minutes?.ninety > 0)
    .sort((a, b) => b.overrun_minutes.ninety - a.overrun_minutes.ninety);
  return html`${late.map(slip)}
    ${!late.length && html`<p>${t("staff.rehearsal.on_time")}</p>`}
    <p>${t("staff.rehearsal.end", { time: hhmm(ends_at), latest: hhmm(ends_latest) })}</p>`;
}

function slip({ college, overrun_minutes: spread }) {
  const mostly = spread.median > 0;
  const key = mostly ? "late" : "late_at_worst";
  return html`<p class="${mostly && "slips"}">
    ${t(`staff.rehearsal.${key}`, { college, ...spread })}</p>`;
}

/** Say which windows ask for more than the stations make. */
export function wrong({ colleges, stations }) {
  const asking = colleges.filter((c) => c.asks_too_much);
  return asking.length > 0 && html`<h3>${t("staff.rehearsal.wrong")}</h3>
    <ul>${asking.map((c) => html`<li>${t("staff.rehearsal.asks_too_much", {
      window: `${c.college} ${hhmm(c.opens)}–${hhmm(c.closes)}`,
      heads: c.expected, stations, ...c.demand,
    })}</li>`)}</ul>`;
}

/** Say the ways that change the plan's windows or stations enough; `live` ones can be taken. */
export function proposals(ways, i, live) {
  const said = ways.map(({ venues }, n) => [n, changes(venues[i])]).filter(([, all]) => all);
  return said.length > 0 && html`<h3>${t("staff.rehearsal.proposals")}</h3>
    <ul>${said.map(([n, all]) => html`<li>${all} ${live && html`<button class="button low"
      data-action="take" data-way="${n}" data-venue="${i}">${t("staff.rehearsal.take")}</button>`}
    </li>`)}</ul>`;
}

/** Say what a way changes at a venue: windows, a station more for a while. */
export const changes = (venue) => venue.changes
  .map(({ what, ...of }) => t(`staff.rehearsal.${what}`, of)).join(t("staff.rehearsal.joint"));
