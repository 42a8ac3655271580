// The wrong class was checked in: taken back by who did it, while its last page stands.
import { t } from "../shared/page.js";
import { html } from "../shared/render.js";
import { hint, homeButton, tick } from "./shell.js";
import { findClass, state } from "./state.js";

const name = () => findClass(state.classId)?.planned.name ?? "";

/** The button on the last page. */
export const button = () => html`<button class="button" data-action="withdraw">
  ${t(state.outcome.type === "check_in" ? "kiosk.withdraw.class" : "kiosk.withdraw.other")}</button>`;

export function main() {
  const { number, type } = state.outcome ?? {};
  const how = type === "rejoin" ? "kiosk.withdraw.rejoined" : "kiosk.withdraw.how";
  return html`<div class="done alone" ${state.screen === "sending" && html`inert`}>
    <section class="panel problem ask">
      <h1 tabindex="-1">${t("kiosk.withdraw.title", { name: name() })}</h1>
      ${number && html`<p class="ticket">${number}</p>`}
      <p>${t(how, { number })}</p>
    </section>
  </div>`;
}

export const foot = () => html`<button class="button" data-action="keep">
    ${t("kiosk.withdraw.keep")}<span class="seconds dark" aria-hidden="true">${state.left}</span></button>
  ${hint("")}<button class="button primary" data-action="withdraw-now">${t("kiosk.withdraw.now")}</button>`;

export const withdrawn = () => html`<div class="done alone">
  <section class="panel problem">
    <i class="good">${tick}</i>
    <h1 tabindex="-1">${t("kiosk.withdrawn.title")}</h1>
    <p>${t(state.outcome?.type === "rejoin" ? "kiosk.withdrawn.rejoined" : "kiosk.withdrawn.how")}</p>
  </section>
</div>`;

export const withdrawnFoot = () => html`${state.collegeId && html`<button class="button" data-action="college"
    data-value="${state.collegeId}">${t("kiosk.withdrawn.again")}</button>`}
  ${hint("")}${homeButton("kiosk.done.home")}`;
