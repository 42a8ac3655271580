// A class by name in the panel: a press says who is missing, another why.
import { reasonOf, underName } from "../../shared/names.js";
import { t } from "../../shared/page.js";
import { reasonName, reasons } from "../../shared/reasons.js";
import { html } from "../../shared/render.js";
import { off } from "../parts.js";

const tile = ({ split }, one) => html`<li><button id="name-${one.student}" class="key"
  data-action="name" data-student="${one.student}"
  aria-pressed="${Boolean(reasonOf(split, one.student))}">${one.name}
  <small>${underName(split, one)}</small></button></li>`;

/** Draw the names, and the reasons of the one that was pressed last. */
export function names(panel) {
  const chip = (reason) => html`<button class="key" data-action="why" data-reason="${reason}"
    aria-pressed="${reason === reasonOf(panel.split, panel.selected)}" ${off(!panel.selected)}>
    ${reasonName(reason)}</button>`;
  const called = panel.names.find(({ student }) => student === panel.selected)?.name;
  return html`<ul class="names">${panel.names.map((student) => tile(panel, student))}</ul>
    <div class="why"><h3>${called ? t("staff.why_missing", { name: called }) : t("staff.press_names")}</h3>
      <div class="choices three">${reasons.map(chip)}</div></div>`;
}

/** Offer to account for heads by name or by number, where there are names. */
export const ways = (panel) => panel.names?.length > 0 && html`<div class="segments small" role="group">
  ${["name", "count"].map((way) => html`<button data-action="way" data-way="${way}"
    aria-pressed="${way === panel.way}">${t(`staff.by_${way}`)}</button>`)}</div>`;
