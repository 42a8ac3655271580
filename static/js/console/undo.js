// What was done last, by whom and when, and the way back.
import { page, t } from "../shared/page.js";
import { html } from "../shared/render.js";
import { key, off } from "./parts.js";
import { isBusy } from "./view.js";
import { happened, signed } from "./words.js";

// So many earlier commands stand above the newest.
const EARLIER = 3;

// One key must not take back what another console did; that is done on purpose, in the log.
const isOwn = (row) => row.can_undo && row.by === page.me;

/** Draw the undo bar, under the commands before it where there is room. */
export function undoBar({ log }, roomy) {
  const own = log.find(isOwn);
  const newest = own ?? log[0];
  const earlier = log.filter((row) => row !== newest).slice(0, EARLIER);
  return html`${roomy && html`<ol class="earlier">${earlier.reverse().map(line)}</ol>`}
    <div class="newest">
      ${newest ? said(newest) : html`<p>${t("staff.nothing_yet")}</p>`}
      <button class="key" data-action="open" data-kind="log">${t("staff.log_all")}</button>
      ${own && button(own, key("undo", "Ctrl+KeyZ"))}
    </div>`;
}

/** Draw the newest command alone, with the way back and, behind it, the whole log. */
export function lastStep({ log }) {
  const own = log.find(isOwn);
  const newest = own ?? log[0];
  return html`<div class="newest">
    <button class="said" data-action="open" data-kind="log">${
      newest ? [html`<b class="${struck(newest)}">${happened(newest)}</b>`, html`<i>${signed(newest)}</i>`]
        : t("staff.nothing_yet")}</button>
    ${own && button(own, ["", ""])}</div>`;
}

/** Draw the whole log; each command that nothing depends on can be undone. */
export const log = ({ desk }) => html`<ol class="log">
  ${desk.log.map((row) => html`<li>${said(row)} ${row.can_undo && button(row, ["", ""])}</li>`)}
</ol>`;

const struck = (row) => (row.undone ? "struck" : "");
const said = (row) =>
  html`<p class="${struck(row)}"><b>${happened(row)}</b> <span>${signed(row)}</span></p>`;
const line = (row) =>
  html`<li class="${struck(row)}">${happened(row)} <span>${signed(row)}</span></li>`;

const button = (row, [bears, hint]) => html`<button class="key" data-action="undo"
  data-version="${row.version}" ${bears} ${off(isBusy("undo"))}>
  ${t("staff.undo")}${hint}</button>`;
