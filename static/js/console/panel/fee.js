// Noting what a class has paid; to begin with, the plan's fee for every head stands there.
import { page, t } from "../../shared/page.js";
import { noteName, noteOf, NOTES } from "../../shared/reasons.js";
import { html } from "../../shared/render.js";
import { off } from "../parts.js";
import { isBusy } from "../view.js";

const METHODS = ["wechat", "alipay", "cash"];

const payers = (row) => (row.state === "finished" ? row.photographed : row.heads);

/** What a ticket's heads have to pay: the photographed, or before that all who came. */
export const due = (row) => page.plan.fee_yuan * payers(row);

const note = (code) => html`<button type="button" class="key" data-action="fee-note"
  data-text="${noteName(code)}">${noteName(code)}</button>`;

/** Ask how much was paid and how; a sum that is not what is due wants a note. */
export function fee({ panel }, row) {
  const noted = row.fee ?? { paid_yuan: due(row), method: METHODS[0], reference: "", note: "" };
  const method = (name) => html`<label class="choice"><input type="radio" name="method"
    value="${name}" ${name === noted.method && "checked"}><span>${t(`common.method.${name}`)}</span></label>`;
  const about = { yuan: page.plan.fee_yuan, n: payers(row), due: due(row) };
  return html`<form data-action="fee" data-ticket="${row.ticket}">
    <p class="hint">${t("staff.fee_due", about)}</p>
    <label>${t("staff.paid_yuan")}
      <input name="paid_yuan" type="number" inputmode="numeric" min="0" max="1000000" required
        value="${noted.paid_yuan}"></label>
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
  const told = { paid_yuan: Number(form.get("paid_yuan")), note: noteOf(form.get("note")) };
  const fee = { ...Object.fromEntries(form), ...told };
  const yuan = fee.paid_yuan - due(row);
  return yuan && !fee.note ? { differs: { yuan: Math.abs(yuan), due: due(row) } } : { fee };
}
