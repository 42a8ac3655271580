// The day's closing figures, when everybody is done.
import { t } from "../shared/page.js";
import { html } from "../shared/render.js";

const FIGURES = [
  ["photographed", "heads_unit", (day) => day.photographed],
  ["classes", "classes_unit", (day) => day.classes],
  ["left", "heads_unit", (day) => day.missing + day.pending],
];

/** Add the figures of all boards shown up and thank everybody. */
export const closing = (boards) => html`<div class="closing" id="closing">
  <h2>${t("display.all_done")}</h2>
  <dl>${FIGURES.map(([name, unit, of]) => html`<div class="${name}">
    <dt>${t(`display.closing.${name}`)}</dt>
    <dd><b>${sum(boards, (board) => of(board.closing))}</b> ${t(`display.closing.${unit}`)}</dd>
  </div>`)}</dl></div>`;

const sum = (items, of) => items.reduce((total, item) => total + of(item), 0);
