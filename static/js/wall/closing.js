// The day's closing figures, when everybody is done.
import { t } from "../page.js";
import { html } from "../render.js";
import { sum } from "./frame.js";

const FIGURES = [
  ["photographed", "heads_unit"],
  ["classes", "classes_unit"],
  ["missed", "heads_unit"],
];

/** Add the figures of all boards shown up and thank everybody. */
export const closing = (boards) => html`<h2>${t("display.all_done")}</h2>
  <dl>${FIGURES.map(([name, unit]) => html`<div class="${name}">
    <dt>${t(`display.closing.${name}`)}</dt>
    <dd><b>${sum(boards, (board) => board.closing[name])}</b> ${t(`display.closing.${unit}`)}</dd>
  </div>`)}</dl>`;
