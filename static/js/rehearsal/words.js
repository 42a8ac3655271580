// What a rehearsal says of a venue in sentences: who overruns, what is wrong, what would be enough.
import { hhmm } from "../clock.js";
import { t } from "../page.js";
import { html } from "../render.js";

const { abs, round } = Math;

/** Round a spread of minutes for a sentence. */
export const minutes = ({ median, ninety }) => ({ n: round(median), most: round(ninety) });

/** Say who overruns by how much, the worst first, and when everything is done. */
export function sentences({ colleges, ends_at, ends_latest }) {
  const late = colleges
    .filter((c) => c.overrun_minutes?.ninety >= 1)
    .sort((a, b) => b.overrun_minutes.ninety - a.overrun_minutes.ninety);
  return html`${late.map(slip)}
    ${!late.length && html`<p>${t("staff.rehearsal.on_time")}</p>`}
    <p>${t("staff.rehearsal.end", { time: hhmm(ends_at), latest: hhmm(ends_latest) })}</p>`;
}

function slip({ college, overrun_minutes: spread }) {
  const mostly = spread.median >= 1;
  const key = mostly ? "late" : "late_at_worst";
  return html`<p class="${mostly && "slips"}">
    ${t(`staff.rehearsal.${key}`, { college, ...minutes(spread) })}</p>`;
}

/** Say which windows ask for more than the stations make. */
export function wrong({ colleges, stations }) {
  const asking = colleges.filter((c) => c.demand.asked > c.demand.made);
  return asking.length > 0 && html`<h3>${t("staff.rehearsal.wrong")}</h3>
    <ul>${asking.map((c) => html`<li>${t("staff.rehearsal.asks_too_much", {
      window: `${c.college} ${hhmm(c.opens)}–${hhmm(c.closes)}`,
      heads: c.expected, stations, ...c.demand, made: round(c.demand.made / 10) * 10,
    })}</li>`)}</ul>`;
}

/** Say the ways that change the plan's windows or stations enough. */
export function proposals(ways, i) {
  const said = ways.map((way) => changes(ways, way, i)).filter((all) => all.length);
  return said.length > 0 && html`<h3>${t("staff.rehearsal.proposals")}</h3>
    <ul>${said.map((all) => html`<li>${all.join(t("staff.rehearsal.joint"))}</li>`)}</ul>`;
}

/** List what a way changes of the first one at a venue: windows, a station more for a while. */
export function changes([first], { wish, venues }, i) {
  const { venue, name, colleges } = venues[i];
  const moved = colleges.flatMap((college, k) => {
    const n = shift(college, first.venues[i].colleges[k]);
    const window = { opens: hhmm(college.opens), closes: hhmm(college.closes) };
    return n ? [t("staff.rehearsal.moved", { college: college.college, n, ...window })] : [];
  });
  const extra = (wish.extra ?? []).filter((more) => more.venue === venue);
  return [...moved, ...extra.map((more) => t("staff.rehearsal.extra", {
    venue: name, opens: more.opens.slice(0, 5), closes: more.closes.slice(0, 5),
  }))];
}

/** Tell by how many minutes a window's two ends differ from another's. */
function shift(one, other) {
  const moved = (end) => abs(Date.parse(one[end]) - Date.parse(other[end])) / 60000;
  return moved("opens") + moved("closes");
}
