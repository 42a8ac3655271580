// Digits for a finger: head-counts, sums, the pairing code and the PIN are typed on it.
import { t } from "./page.js";
import { html } from "./render.js";

/** Draw the ten digits, for a sum with a `point`; `allowed(digit)` says which can be typed now. */
export function keypad(allowed = () => true, { point = false } = {}) {
  const key = (digit) => html`<button
    data-action="digit"
    data-value="${digit}"
    ${!allowed(digit) && html`disabled`}
  >
    ${digit}
  </button>`;
  return html`<div class="keys digits">
    ${[..."123456789"].map(key)}
    ${point ? key(".") : html`<button data-action="clear">${t("common.key.clear")}</button>`}
    ${key("0")}
    <button data-action="erase">${t("common.key.erase")}</button>
  </div>`;
}
