// Noting what a class has paid; to begin with, the plan's fee for everybody present stands there.
import { page, t } from "../page.js";
import { html } from "../render.js";
import { off } from "./parts.js";
import { isBusy } from "./view.js";

const METHODS = ["wechat", "alipay", "cash"];

/** Ask how much was paid and how. */
export function fee(view, row) {
  const noted = row.fee ?? { paid_yuan: page.plan.fee_yuan * row.heads, method: METHODS[0] };
  const method = (name) => html`<label class="choice"><input type="radio" name="method"
    value="${name}" ${name === noted.method && "checked"}><span>${t(`staff.method.${name}`)}</span></label>`;
  return html`<form data-action="fee" data-ticket="${row.ticket}">
    <p class="hint">${t("staff.fee_due", { yuan: page.plan.fee_yuan, n: row.heads })}</p>
    <label>${t("staff.paid_yuan")}
      <input name="paid_yuan" type="number" inputmode="numeric" min="0" max="1000000" required
        value="${noted.paid_yuan}"></label>
    <div class="choices three">${METHODS.map(method)}</div>
    <label>${t("staff.reference")}
      <input name="reference" maxlength="80" autocomplete="off" value="${noted.reference}"></label>
    <button class="key primary submit" ${off(isBusy(row.ticket))}>${t("staff.save")}</button>
  </form>`;
}
