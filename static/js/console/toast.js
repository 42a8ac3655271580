// What was just done or refused, in sight also while a panel is open.
import { t } from "../shared/page.js";
import { draw, html } from "../shared/render.js";
import { view } from "./view.js";

function text() {
  if (view.retrying) return html`<p class="retrying">${t("staff.retrying")}</p>`;
  return view.toast && html`<p>${view.toast(view.desk)}</p>`;
}

/** Show it; an open dialog lies above everything outside it. */
export function showToast(element, dialog) {
  const above = view.panel ? dialog : document.body;
  if (element.parentNode !== above) above.append(element);
  draw(element, text());
}
