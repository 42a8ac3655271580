// The phone's head: the station, the link, the clock, and what is broken around the console.
import { hallTime } from "../../shared/clock.js";
import { t } from "../../shared/page.js";
import { html } from "../../shared/render.js";
import { faults, link } from "../header.js";

/** Draw the head; a line below it only while something is to be mended. */
export function header(view) {
  const { station } = view;
  const name = station === "all" ? t("staff.all") : t("staff.station", { station });
  const trouble = faults(view);
  return html`<button class="station" data-action="open" data-kind="stations">${name} ▾</button>
    ${link(view)} <time>${hallTime()}</time>
    ${trouble && html`<button class="trouble" data-action="open" data-kind="devices">${trouble}</button>`}`;
}
