// Accounting for every head: who was photographed or is present, and why the others are not.
import { left, room } from "../../shared/heads.js";
import { t } from "../../shared/page.js";
import { reasonName, reasons } from "../../shared/reasons.js";
import { html } from "../../shared/render.js";
import { counted } from "../count.js";
import { names, ways } from "./names.js";
import { off } from "../parts.js";
import { amended } from "../splits.js";
import { isBusy } from "../view.js";

const byName = ({ names: listed, way }) => listed?.length > 0 && way === "name";

/** Ask who was photographed; the class can be finished once all are accounted for. */
export function finish({ panel }, row) {
  // Enter twice must not finish a class of whom nobody has been counted yet.
  const ready = left(panel.split) === 0 && counted(row) > 0;
  const done = t("staff.finish_with", { n: panel.split.taken, of: row.heads });
  return shot(panel, row, "finish", done, ready);
}

/** Ask once more who was photographed of a finished class. */
export const correct = ({ panel }, row) => shot(panel, row, "amend", t("staff.save"));

function shot(panel, row, type, done, ready) {
  const over = left(panel.split);
  const rest = html`<button class="key rest" data-action="take" data-step="${over}">
    ${t("staff.rest_shot", { n: over })}</button>`;
  const how = byName(panel) ? names(panel) : html`${stepper(panel.split, t("staff.photographed"))}
    <h3>${t("staff.missed_why")}</h3> ${counts(panel.split, !ready)}`;
  return html`${ways(panel)} ${how}
    <div class="rest-line">${over > 0 && rest}</div>
    <button class="key go submit" data-action="shot" data-type="${type}" ${ready && "autofocus"}
      ${off(over > 0 || isBusy(row.ticket))}>${over ? t("staff.left_over", { n: over }) : done}</button>`;
}

/** Ask who is present and ready, and why the others of those expected are not. */
export function amend({ panel }, row) {
  const { split } = panel;
  const short = row.expected !== null && split.taken <= row.expected;
  const note = row.expected !== null && t("staff.expected", { n: row.expected });
  const how = byName(panel)
    ? html`<p class="hint">${t("staff.present_of", { n: split.taken, of: row.expected })}</p> ${names(panel)}`
    : html`${stepper(split, t("staff.present"))} <p class="hint">${note}</p>
      ${short && html`<h3>${t("staff.absent_why")}</h3> ${counts(split)}`}`;
  return html`${ways(panel)} ${how}
    <h3>${t("staff.ready")}</h3><ul class="reasons">${["code", "dress"].map((what) => ready(panel, what))}</ul>
    <button class="key primary submit" data-action="amend"
      ${off(!Object.keys(amended(panel, row)).length || isBusy(row.ticket))}>${t("staff.save")}</button>`;
}

function stepper(split, label) {
  const step = (by, text) => html`<button class="key" data-action="take" data-step="${by}"
    ${off(by < 0 ? split.taken <= split.least : split.taken >= room(split))}>${text}</button>`;
  return html`<div class="stepper" role="group" aria-label="${label}">
    ${step(-5, "−5")} ${step(-1, "−1")}
    <p aria-live="polite"><b>${split.taken}</b><small>${label}</small></p>
    ${step(1, "+1")} ${step(5, "+5")}
  </div>`;
}

function ready({ split, ready: noted }, what) {
  const n = Math.min(noted?.[what] ?? split.taken, split.taken);
  const label = t(`staff.ready_${what}`);
  const step = (by, text, end) => html`<button class="key" data-action="ready" data-what="${what}"
    data-n="${n + by}" aria-label="${label} ${text}" ${off(n === end)}>${text}</button>`;
  return html`<li><span>${label}</span> ${step(-1, "−", 0)} <b>${n}</b> ${step(1, "+", split.taken)}</li>`;
}

function counts(split, focused) {
  const over = left(split);
  const rows = new Set([...reasons, ...Object.keys(split.reasons)]);
  return html`<ul class="reasons">${[...rows].map((reason, i) => {
    const n = split.reasons[reason] ?? 0;
    const step = (by, text, focus) => html`<button class="key" data-action="miss"
      data-reason="${reason}" data-step="${by}"
      aria-label="${reasonName(reason)} ${text}" ${focus && "autofocus"}
      ${off(by < 0 ? n === 0 : !over && split.taken <= split.least)}>${text}</button>`;
    return html`<li class="${n ? "some" : ""}"><span>${reasonName(reason)}</span>
      ${over > 1 && step(over, `+${over}`)} ${step(-1, "−")} <b>${n}</b> ${step(1, "+", focused && i === 0)}</li>`;
  })}</ul>`;
}
