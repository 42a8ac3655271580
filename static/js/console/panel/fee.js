// Noting what a class has paid; to begin with, the plan's fee for every head stands there.
import { difference, due, METHODS, noteName, noteOf, NOTES, perHead, wantsNote, yuanText } from "../../shared/fee.js";
import { t } from "../../shared/page.js";
import { html } from "../../shared/render.js";
import { off } from "../parts.js";
import { isBusy } from "../view.js";

/** Count who pays: the photographed, or before that all who came. */
const payers = (row) => (row.state === "finished" ? row.photographed : row.heads);

const note = (code) => html`<button type="button" class="key" data-action="fee-note"
  data-text="${noteName(code)}">${noteName(code)}</button>`;

/** Ask how much was paid and how; a sum that is not what is due wants a note. */
export function fee({ panel }, row) {
  const n = payers(row);
  const noted = row.fee ?? { paid_yuan: due(n), method: METHODS[0], reference: "", note: "" };
  const method = (name) => html`<label class="choice"><input type="radio" name="method"
    value="${name}" ${name === noted.method && "checked"}><span>${t(`common.method.${name}`)}</span></label>`;
  const about = { yuan: yuanText(perHead), n, due: yuanText(due(n)) };
  return html`<form data-action="fee" data-ticket="${row.ticket}">
    <p class="hint">${t("staff.fee_due", about)}</p>
    <label>${t("staff.paid_yuan")}
      <input name="paid_yuan" type="number" inputmode="decimal" min="0" max="1000000" step="0.01" required
        value="${yuanText(noted.paid_yuan)}"></label>
    <div class="choices three">${METHODS.map(method)}</div>
    <label>${t("staff.reference")}
      <input name="reference" maxlength="80" autocomplete="off" value="${noted.reference}"></label>
    <label>${t("staff.fee_note")}
      <input name="note" id="fee-note" maxlength="80" autocomplete="off" value="${noteName(noted.note)}"></label>
    <div class="choices">${[...NOTES.fewer, ...NOTES.more].map(note)}</div>
    <p class="hint wanted" role="status">${panel.differs && t("staff.fee_differs", panel.differs)}</p>
    <button class="key primary submit" ${off(isBusy(row.ticket))}>${t("staff.save")}</button>
  </form>`;
}

/** Read the form: the fee, or what the sum differs by without a note. */
export function readFee(form, row) {
  const entered = { paid_yuan: Number(form.get("paid_yuan")), note: noteOf(form.get("note")) };
  const fee = { ...Object.fromEntries(form), ...entered };
  const n = payers(row);
  if (!wantsNote(fee, n)) return { fee };
  return { differs: { yuan: yuanText(Math.abs(difference(fee, n))), due: yuanText(due(n)) } };
}
