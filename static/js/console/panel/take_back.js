// A finish that was a mistake: the class goes back to the head, or those who are missing are called.
import { t } from "../../shared/page.js";
import { html } from "../../shared/render.js";
import { off } from "../parts.js";
import { freeOrFirst } from "../rows.js";
import { isBusy } from "../view.js";

/** How many heads were shot: by the finish where it named who was missed, else as they were counted. */
export const shot = (row) => (row.missed.length ? row.photographed : row.counted);

/** Offer both ways back of a finished class. */
export function takeBack(row) {
  const n = shot(row);
  const busy = off(isBusy(row.ticket));
  return html`<p class="hint">${t("staff.finished_with", { n: row.photographed, of: row.heads })}</p>
    <button class="key pick" data-action="reopen" data-ticket="${row.ticket}" data-shot="${n}" ${busy}>
      <b>${t("staff.reopen")}</b><small>${t(n ? "staff.reopen_keeps" : "staff.reopen_anew", { n })}</small></button>
    <button class="key pick" data-action="open" data-kind="again" data-ticket="${row.ticket}" ${busy}>
      <b>${t("staff.again")}</b><small>${t("staff.again_how")}</small></button>`;
}

/** Begin with as many missing as are not known to have been shot; one at least. */
export const toCallAgain = (row) => ({ missing: Math.max(row.heads - (shot(row) || row.heads), 1) });

/** Ask how many are to be called again. */
export function again({ desk, panel, station: mine }, row) {
  const { missing: n } = panel;
  const to = freeOrFirst(desk, mine);
  const by = (step, text) => html`<button class="key" data-action="missing" data-n="${n + step}"
    ${off(n + step < 1 || n + step > row.heads)}>${text}</button>`;
  const label = to ? t("staff.again_now", { n, station: to }) : t("staff.no_free_station");
  return html`<div class="stepper" role="group" aria-label="${t("staff.not_shot")}">
      ${by(-5, "−5")} ${by(-1, "−1")}
      <p aria-live="polite"><b>${n}</b><small>${t("staff.not_shot")}</small></p>
      ${by(1, "+1")} ${by(5, "+5")}
    </div>
    <button class="key heard submit" data-action="call-again" data-ticket="${row.ticket}"
      data-station="${to}" data-shot="${row.heads - n}"
      ${off(!to || isBusy(row.ticket))}>${label}</button>`;
}

/** Build the actions; `inPanel(changes)` changes the panel, `sendAndClose(command)` ends it. */
export const takeBackActions = ({ inPanel, sendAndClose }) => ({
  missing: ({ n }) => inPanel({ missing: Number(n) }),
  reopen: ({ ticket, shot: photographed }) =>
    sendAndClose({ type: "reopen", ticket, photographed: Number(photographed) }),
  async "call-again"({ ticket, station, shot: photographed }) {
    if (!(await sendAndClose({ type: "reopen", ticket, photographed: Number(photographed) }))) return;
    sendAndClose({ type: "call_next", station: Number(station), ticket, reason: "rest" });
  },
});
