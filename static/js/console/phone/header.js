// The phone's head: the station, the link, the clock, and what is broken around the console.
import { hallTime } from "../../shared/clock.js";
import { t } from "../../shared/page.js";
import { html } from "../../shared/render.js";
import { faults, link, shownStations, workButton } from "../header.js";

// So many stations are one press away; more are in the sheet.
const NEAR = 2;

/** Draw the head; a line below it only while something is to be mended. */
export function header(view) {
  const trouble = faults(view);
  return html`<div class="station">${stations(view)}</div>
    ${link(view)} <time>${hallTime()}</time>
    ${trouble && html`<button class="trouble" data-action="open" data-kind="devices">${trouble}</button>`}`;
}

function stations(view) {
  const { station } = view;
  const shown = shownStations(view);
  const near = shown.length === NEAR && html`<div class="segments">${shown.map((s) =>
    workButton(view, s.station, t("staff.station_short", s)))}</div>`;
  const name = station === "all" ? t("staff.all") : !near && t("staff.station", { station });
  return html`${near}<button data-action="open" data-kind="stations"
    aria-label="${t("staff.panel.stations")}">${name} ▾</button>`;
}
