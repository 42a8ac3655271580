// Ways to run a venue's day side by side; the first is the one that was asked for.
import { hhmm } from "../clock.js";
import { t } from "../page.js";
import { html } from "../render.js";
import { changes, minutes } from "./words.js";

/** Draw the table of a venue; a way that only changes another venue is not in it. */
export function waysTable(all, i) {
  const ways = all.filter(({ wish }) => !wish.windows && !wish.extra).concat(
    all.filter((way) => changes(all, way, i).length),
  );
  const cells = (cell) =>
    ways.map((way, n) => html`<td class="${n === 0 && "chosen"}">${cell(way.venues[i])}</td>`);
  const row = (name, cell) => html`<tr><th scope="row">${name}</th>${cells(cell)}</tr>`;
  const head = (way) => html`<th scope="col">${named(all, way, i)}</th>`;
  return html`<table>
    <caption>${t("staff.rehearsal.side_by_side")}</caption>
    <thead><tr><td></td>${ways.map(head)}</tr></thead>
    <tbody>
      ${all[0].venues[i].colleges.map((college, k) => row(
        html`${college.college} <small>${hhmm(college.opens)}–${hhmm(college.closes)}</small>`,
        (venue) => overrun(venue.colleges[k].overrun_minutes)))}
      ${row(t("staff.rehearsal.ends"), (v) => `${hhmm(v.ends_at)} / ${hhmm(v.ends_latest)}`)}
      ${row(t("staff.rehearsal.wait"), (v) => t("staff.rehearsal.pair", minutes(v.wait_minutes)))}
      ${row(t("staff.rehearsal.use"), (v) => `${Math.round(100 * v.use)}%`)}
    </tbody></table>`;
}

function named(all, way, i) {
  const changed = changes(all, way, i);
  return changed.length ? changed.join(t("staff.rehearsal.joint")) : t("staff.rehearsal.way", {
    stations: way.venues[i].stations, policy: t(`staff.rehearsal.policy_${way.wish.policy}`),
  });
}

/** Tell an overrun; who ends inside the window overruns by nothing. */
function overrun(spread) {
  if (!spread) return "–";
  const { n, most } = minutes(spread);
  if (most < 1) return html`<span class="fits">${t("staff.rehearsal.fits")}</span>`;
  return html`<b class="${n >= 1 && "slips"}">
    ${t("staff.rehearsal.pair", { n: Math.max(n, 0), most })}</b>`;
}
