// How to check in, and the Wi-Fi on which phones follow, for those who look while nobody waits.
import { page, t } from "../shared/page.js";
import { html } from "../shared/render.js";
import { named } from "./fit.js";

const STEPS = ["come", "choose", "watch"];

/** Draw the steps and, where the hall has a Wi-Fi, its name and code. */
export const how = () => html`<aside class="how">
  <h2>${t("display.how")}</h2>
  <ol>${STEPS.map((step, i) => html`<li><i>${i + 1}</i>${named(t(`display.how.${step}`))}</li>`)}</ol>
  ${page.plan.wifi && html`<div class="wifi"><img src="/wifi.svg" alt="">
    <p>${t("display.wifi")} <b>${page.plan.wifi}</b> ${t("display.wifi.then")}</p></div>`}
</aside>`;
