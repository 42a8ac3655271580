// Noting what a class has paid; the plan's fee for everybody present stands there to begin with.
import { page, t } from "../page.js";
import { html } from "../render.js";
import { off } from "./parts.js";
import { isBusy } from "./view.js";

const METHODS = ["wechat", "alipay", "cash"];

/** Ask how much was paid and how. */
export function fee(view, row) {
  const method = (name, i) => html`<label class="choice"><input type="radio" name="method"
    value="${name}" ${i === 0 && "checked"}><span>${t(`staff.method.${name}`)}</span></label>`;
  return html`<form data-action="fee" data-ticket="${row.ticket}">
    <p class="hint">${t("staff.fee_due", { yuan: page.plan.fee_yuan, n: row.heads })}</p>
    <label>${t("staff.paid_yuan")}
      <input name="paid_yuan" type="number" inputmode="numeric" min="0" max="1000000" required
        value="${page.plan.fee_yuan * row.heads}"></label>
    <div class="choices three">${METHODS.map(method)}</div>
    <label>${t("staff.reference")} <input name="reference" maxlength="80" autocomplete="off"></label>
    <button class="key primary submit" ${off(isBusy(row.ticket))}>${t("staff.save")}</button>
  </form>`;
}
