// Who has no code or is not dressed for it; nobody, until somebody says so.
import { t } from "../shared/page.js";
import { html } from "../shared/render.js";
import { state } from "./state.js";

const step = (what, by, sign, end) => html`<button data-action="lack" data-value="${what}:${by}"
  aria-label="${t(`kiosk.ready.${what}`)} ${sign}" ${state.lacking[what] === end && html`disabled`}>
  ${sign}</button>`;

const row = (what) => html`<div class="lacking">
  <p><b>${t(`kiosk.ready.${what}`)}</b>${t(`kiosk.ready.${what}_how`)}</p>
  ${step(what, -1, "−", 0)}
  <output aria-live="polite"><b>${state.lacking[what]}</b>${t("kiosk.count.unit")}</output>
  ${step(what, 1, "+", state.split.taken)}
</div>`;

export const ready = () => html`<section class="panel ready">${row("code")} ${row("dress")}</section>`;
