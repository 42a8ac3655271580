// The picture's data as tables, for those who read better than they see.
import { hhmm } from "../shared/clock.js";
import { t } from "../shared/page.js";
import { html } from "../shared/render.js";

const head = (column) => html`<th scope="col">${t(`staff.day.column.${column}`)}</th>`;
const row = (cells) => html`<tr>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`;
const table = (caption, columns, rows) => html`<table>
  <caption>${t(`staff.day.${caption}`)}</caption>
  <thead><tr>${columns.split(" ").map(head)}</tr></thead>
  <tbody>${rows.map(row)}</tbody>
</table>`;

const planned = (w) => `${hhmm(w.opens)}–${hhmm(w.closes)}`;
const late = (w) => w.late_minutes > 0 && t("staff.day.minutes", { n: w.late_minutes });

/** Draw a day as three tables: colleges, what was at the stations, who is expected. */
export const tables = ({ windows, visits, forecast }) => html`
  ${table("windows", "college planned ends latest late classes heads", windows.map((w) => [
    w.college, planned(w), hhmm(w.ends_at), hhmm(w.ends_latest), late(w),
    `${w.classes.finished}/${w.classes.planned}`, `${w.heads.photographed}/${w.heads.expected}`,
  ]))}
  ${table("visits", "ticket class station called started ended outcome heads", visits.map((v) => [
    v.ticket, v.class, v.station, hhmm(v.called_at), hhmm(v.started_at), hhmm(v.ended_at),
    v.outcome && t(`staff.day.outcome.${v.outcome}`), v.heads,
  ]))}
  ${forecast.length > 0 && table("forecast", "ticket class station eta latest ends heads",
    forecast.map((f) => [
      f.ticket ?? t("staff.day.not_here"), f.class, f.station,
      hhmm(f.eta), hhmm(f.eta_latest), hhmm(f.ends_at), f.heads,
    ]))}`;
