// Ways to run a venue's day side by side; the first is the one that was asked for.
import { hhmm } from "../shared/clock.js";
import { t } from "../shared/page.js";
import { html } from "../shared/render.js";
import { changes } from "./words.js";

/** Draw the table of a venue; a way that only changes another venue is not in it. */
export function waysTable(all, i) {
  const ways = all.filter(({ venues }) =>
    venues[i].changes.length || !venues.some((venue) => venue.changes.length));
  const cells = (cell) =>
    ways.map((way, n) => html`<td class="${n === 0 && "chosen"}">${cell(way.venues[i])}</td>`);
  const row = (name, cell) => html`<tr><th scope="row">${name}</th>${cells(cell)}</tr>`;
  const head = (way) => html`<th scope="col">${named(way, i)}</th>`;
  return html`<table>
    <caption>${t("staff.rehearsal.side_by_side")}</caption>
    <thead><tr><td></td>${ways.map(head)}</tr></thead>
    <tbody>
      ${all[0].venues[i].colleges.map((college, k) => row(
        html`${college.college} <small>${hhmm(college.opens)}–${hhmm(college.closes)}</small>`,
        (venue) => overrun(venue.colleges[k].overrun_minutes)))}
      ${row(t("staff.rehearsal.ends"), (v) =>
        v.ends_at ? `${hhmm(v.ends_at)} / ${hhmm(v.ends_latest)}` : "–")}
      ${row(t("staff.rehearsal.wait"), (v) =>
        v.wait_minutes ? t("staff.rehearsal.pair", v.wait_minutes) : "–")}
      ${row(t("staff.rehearsal.use"), (v) => `${Math.round(100 * v.use)}%`)}
    </tbody></table>`;
}

const named = ({ venues, wish }, i) => changes(venues[i]) || t("staff.rehearsal.way", {
  stations: venues[i].stations, policy: t(`staff.rehearsal.policy_${wish.policy}`),
});

/** Word an overrun; who ends inside the window overruns by nothing. */
function overrun(spread) {
  if (!spread) return "–";
  const { median, ninety } = spread;
  if (ninety <= 0) return html`<span class="fits">${t("staff.rehearsal.fits")}</span>`;
  return html`<b class="${median > 0 && "slips"}">
    ${t("staff.rehearsal.pair", { median: Math.max(median, 0), ninety })}</b>`;
}
