// Step 7: who works, and by which code.
import { post } from "../shared/api.js";
import { t } from "../shared/page.js";
import { html } from "../shared/render.js";
import { state } from "./state.js";

export const people = () => html`<section id="step-7"><ul class="cards">
  <li><div><b>${t("setup.people.staff")}</b><small>${t("setup.people.staff_how")}</small></div>
    ${state.pin ? html`<strong class="pin">${state.pin}</strong>`
      : html`<button class="button" data-action="pin">${t("setup.people.new_pin")}</button>`}</li>
  <li><div><b>${t("setup.people.kiosk")}</b><small>${t("setup.people.kiosk_how")}</small></div></li>
  <li><div><b>${t("setup.people.admin")}</b><small>${t("setup.people.admin_how")}</small></div></li>
</ul></section>`;

/** Build what touches of this step do. */
export const peopleActions = () => ({
  async pin() {
    const { status, body } = await post("/api/setup/pin", {});
    if (status === 200) state.pin = body.pin;
  },
});
