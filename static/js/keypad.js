// Digits for a finger: the head-count and the pairing code are typed on it.
import { t } from "../page.js";
import { html } from "../render.js";

/** Draw the ten digits; `allowed(digit)` says which can be typed now. */
export function keypad(allowed) {
  const key = (digit) => html`<button
    data-action="digit"
    data-value="${digit}"
    ${!allowed(digit) && html`disabled`}
  >
    ${digit}
  </button>`;
  return html`<div class="keys digits">
    ${[..."123456789"].map(key)}
    <button data-action="clear">${t("kiosk.key.clear")}</button>
    ${key("0")}
    <button data-action="erase">${t("kiosk.key.erase")}</button>
  </div>`;
}
