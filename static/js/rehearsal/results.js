// What the simulated days came to: overruns, ways to run the day side by side, a day as a picture.
import { hhmm, setClock } from "../clock.js";
import { page, t } from "../page.js";
import { draw, html } from "../render.js";
import { legend, picture } from "../timeline/picture.js";
import { tables } from "../timeline/tables.js";
import { concerns, named } from "./way.js";

/** Show a result in an element; its pictures are as wide as it is. */
export function showResults(element, result) {
  const [chosen] = result.ways;
  // The pictures' axes are in the plan's offset.
  setClock(result.pictures[0].at);
  draw(element, html`<p class="of">${t("staff.rehearsal.of", { days: result.days })}
      ${page.venue && html`<a href="/api/rehearsal/file">${t("staff.rehearsal.file")}</a>`}</p>
    ${chosen.venues.map((venue, i) => html`<section>
      <h2>${venue.name}</h2>
      <div class="said">${sentences(venue)}</div>
      <div class="scrolls" tabindex="0">${ways(result.ways, i)}</div>
      <h3>${t("staff.rehearsal.median_day")}</h3>
      <div class="picture" tabindex="0" role="region" aria-label="${venue.name}"></div>
      ${legend()}
      <details><summary>${t("staff.day.as_tables")}</summary>
        <div class="tables">${tables(result.pictures[i])}</div></details>
    </section>`)}`);
  element.querySelectorAll(".picture").forEach((place, i) =>
    draw(place, picture(result.pictures[i], place.clientWidth, false)));
}

/** Say who overruns by how much, the worst first. */
function sentences({ colleges, stations, ends_at, ends_latest }) {
  const asks = colleges.filter(({ demand }) => demand.asked > demand.made);
  const late = colleges
    .filter((c) => c.overrun_minutes?.ninety >= 1)
    .sort((a, b) => b.overrun_minutes.ninety - a.overrun_minutes.ninety);
  const end = { time: hhmm(ends_at), latest: hhmm(ends_latest) };
  return html`${late.map((c) => html`<p class="${c.overrun_minutes.median >= 1 && "slips"}">
      ${t(c.overrun_minutes.median >= 1 ? "staff.rehearsal.late" : "staff.rehearsal.late_at_worst", {
        college: c.college, ...minutes(c.overrun_minutes),
      })}</p>`)}
    ${asks.map((c) => html`<p>${t("staff.rehearsal.asks", {
      college: c.college, heads: c.expected, stations, ...c.demand, made: 10 * Math.round(c.demand.made / 10),
    })}</p>`)}
    ${!late.length && html`<p>${t("staff.rehearsal.on_time")}</p>`}
    <p>${t("staff.rehearsal.end", end)}</p>`;
}

const minutes = ({ median, ninety }) => ({ n: Math.round(median), most: Math.round(ninety) });

/** Set the ways to run a venue's day side by side; the first is the one that was asked for. */
function ways(every, i) {
  const all = every.filter((way) => concerns(way.wish, way.venues[i]));
  const venues = all.map((way) => way.venues[i]);
  const row = (name, cell) => html`<tr><th scope="row">${name}</th>
    ${venues.map((venue, n) => html`<td class="${n === 0 && "chosen"}">${cell(venue)}</td>`)}</tr>`;
  return html`<table>
    <caption>${t("staff.rehearsal.side_by_side")}</caption>
    <thead><tr><td></td>${all.map((way, n) => html`<th scope="col">
      ${named(way.wish, venues[n])}</th>`)}</tr></thead>
    <tbody>
      ${venues[0].colleges.map((college, k) => row(
        html`${college.college} <small>${hhmm(college.opens)}–${hhmm(college.closes)}</small>`,
        (venue) => overrun(venue.colleges[k].overrun_minutes)))}
      ${row(t("staff.rehearsal.ends"), (v) => `${hhmm(v.ends_at)} / ${hhmm(v.ends_latest)}`)}
      ${row(t("staff.rehearsal.wait"), ({ wait_minutes: w }) => w && t("staff.rehearsal.pair", minutes(w)))}
      ${row(t("staff.rehearsal.use"), (v) => `${Math.round(100 * v.use)}%`)}
    </tbody></table>`;
}

/** Tell an overrun; who ends inside the window overruns by nothing. */
function overrun(spread) {
  if (!spread) return "–";
  const { n, most } = minutes(spread);
  if (most < 1) return html`<span class="fits">${t("staff.rehearsal.fits")}</span>`;
  return html`<b class="${n >= 1 && "slips"}">${t("staff.rehearsal.pair", { n: Math.max(n, 0), most })}</b>`;
}
