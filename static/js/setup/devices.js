// Step 6: printers, screens and sound, each set up on its own page.
import { page, t } from "../shared/page.js";
import { html } from "../shared/render.js";

const PAGES = [
  ["printers", "/staff/printers"],
  ["screens", "/staff/screens"],
  ["kiosk", "/kiosk"],
  ["wall", "/display"],
];
const address = page.public_url.replace(/^https?:\/\//, "");

export const devices = () => html`<section id="step-6">
  <p class="note">${t("setup.devices.address", { address })}</p>
  <ul class="cards">${PAGES.map(([name, path]) => html`<li><div><b>${t(`setup.devices.${name}`)}</b>
    <small>${t(`setup.devices.${name}_how`)}</small></div>
    <a class="button quiet" href="${path}?venue=${page.venue.id}" target="_blank">${t(`setup.devices.${name}_go`)}</a></li>`)}</ul>
</section>`;
