// Second screen: which class of the college.
import { hhmm } from "../shared/clock.js";
import { t } from "../shared/page.js";
import { em, html } from "../shared/render.js";
import { grouped } from "./groups.js";
import { row } from "./row.js";
import { back, below, findButton, heading, help } from "./shell.js";
import { findCollege, state } from "./state.js";

// So many fit as rows with their whole names.
const ROWS = 10;
// Cells beside one another, those of whole names twice as wide; with more rows and headings than
// fit they are less high.
const COLUMNS = 6;
const HIGH = 6;

const about = ({ ticket, state: its, expected }) => ticket
  ? html`<i><b>${ticket}</b>${t(`common.state.${its}`)}</i>`
  : html`<i>${t("kiosk.heads", { n: expected })}</i>`;

const isWide = ({ planned, short }) => short === planned.name || em(short) > 4;

function cell(one) {
  const { planned, short } = one;
  const content = html`<span><b>${short}</b>${about(planned)}</span>`;
  const wide = isWide(one) && "wide";
  if (planned.ticket) return html`<div class="cell taken ${planned.state} ${wide}">${content}</div>`;
  const label = `${planned.name} ${t("kiosk.class.expected", { n: planned.expected })}`;
  return html`<button class="cell ${wide}" data-action="class" data-value="${planned.class_id}"
    aria-label="${label}">${content}</button>`;
}

const group = ({ heading: shared, cells }) => html`<section>
  ${shared && html`<h2>${shared}<small>${t("kiosk.classes.count", { n: cells.length })}</small></h2>`}
  <div class="cells">${cells.map(cell)}</div>
</section>`;

function groups(classes) {
  const all = grouped(classes);
  const places = ({ cells }) => cells.reduce((n, one) => n + (isWide(one) ? 2 : 1), 0);
  const high = all.reduce((n, its) => n + 1 + Math.ceil(places(its) / COLUMNS), 0);
  return html`<div class="groups scroll ${high > HIGH && "many"}">
    ${all.map(group)} ${below("classes")}</div>`;
}

const rows = (classes) => html`<div class="cards scroll">
  ${classes.map((planned) => row(planned))}
  ${!classes.length && html`<p class="empty">${t("kiosk.classes.empty")}</p>`} ${below("classes")}</div>`;

export function main() {
  const { name, opens, closes, classes } = findCollege(state.collegeId);
  return html`${heading(t("kiosk.classes.title"), `${name} · ${hhmm(opens)}–${hhmm(closes)}`)}
    ${classes.length > ROWS ? groups(classes) : rows(classes)}`;
}

export const foot = () => html`${back()}${findButton()}${help()}`;
