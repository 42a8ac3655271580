// The console's head: which station it works, and whether everything around it is well.
import { hallTime } from "../shared/clock.js";
import { page, t } from "../shared/page.js";
import { html } from "../shared/render.js";
import { troubles } from "./devices.js";

// So many stations get their whole name.
const ROOMY = 3;

/** List the stations to choose from: those that are not closed, and the worked one. */
export const shownStations = ({ desk, station }) =>
  desk.stations.filter((s) => s.setting !== "closed" || s.ticket || s.station === station);

/** The button that works a station from here on. */
export function workButton({ station }, value, text) {
  // Beside all stations the keys choose one of these instead.
  const digit = station !== "all" && value < 10 && html`data-key="Digit${value}"`;
  return html`<button data-action="work" data-station="${value}" ${digit}
    aria-pressed="${value === station}">${text}</button>`;
}

/** Draw the head. */
export function header(view) {
  const shown = shownStations(view);
  const label = shown.length > ROOMY ? "staff.station_short" : "staff.station";
  return html`<div class="segments" role="group" aria-label="${t("staff.stations")}">
      ${shown.map((s) => workButton(view, s.station, t(label, s)))}
      ${workButton(view, "all", t("staff.all"))}
    </div>
    <span class="gap">${page.venue.name}</span>
    ${link(view)}
    ${hasDraft() && light(t("staff.mongolian_draft"))}
    ${trouble(view.presence)} ${screens(view.presence.screens)} ${printers(view)}
    ${newPrinter(view.presence)}
    <time>${hallTime()}</time>`;
}

/** Say whether the console is up to date. */
export const link = ({ live }) => html`<span class="live ${live ? "" : "lost"}"><i></i>${t(
  live ? "staff.live" : "staff.lost",
)}</span>`;

/** Say what is broken around the console, and wants somebody to mend it. */
export function faults({ presence, desk }) {
  const state = here(presence).map(stateOf).find(isFault);
  const doubts = desk.slips.unconfirmed.length;
  return [
    troubles(presence),
    state && t(`staff.printer.${state}`),
    doubts && t("staff.slips_unconfirmed", { n: doubts }),
  ].filter(Boolean).join(" · ");
}

const isFault = (state) => !["ready", "none"].includes(state);

const light = (text, fault = false, kind = "") => html`<button class="light ${fault ? "lost" : ""} ${kind}"
  data-action="open" data-kind="devices">${text}</button>`;

function trouble(presence) {
  const text = troubles(presence);
  return text && light(text, true, "named");
}

const newPrinter = ({ new_printers }) => new_printers.length > 0 && html`<a class="light"
  href="/staff/printers?venue=${page.venue.id}" target="_blank">${t("staff.new_printer")}</a>`;

function screens({ display = 0, kiosk = 0 }) {
  const walls = display ? t("staff.walls", { n: display }) : t("staff.no_wall");
  const kiosks = kiosk ? t("staff.kiosks", { n: kiosk }) : t("staff.no_kiosk");
  return html`${light(walls)} ${light(kiosks)}`;
}

/** Return whether the screens show Mongolian names that no Mongolian reader has checked. */
export const hasDraft = () => {
  const { has_mongolian, mongolian_reviewed, mongolian_side } = page.plan;
  return has_mongolian && !mongolian_reviewed && mongolian_side !== "off";
};

/** Return a printer's state; one that has not reported for long counts as offline. */
export const stateOf = (printer) => (printer.stale ? "offline" : printer.state);

/** List the printers that serve this venue; one without a venue serves all. */
export const here = ({ printers }) =>
  printers.filter((p) => !p.venue || p.venue === page.venue.id);

function printers({ presence, desk }) {
  const states = here(presence).map(stateOf);
  const state = states.find((s) => s !== "ready") ?? states[0] ?? "none";
  const count = (kind) => {
    const n = desk.slips[kind].length;
    return n > 0 && html` · ${t(`staff.slips_${kind}`, { n })}`;
  };
  const slips = html`${count("owed")}${count("unconfirmed")}`;
  return light(html`${t(`staff.printer.${state}`)}${slips}`, isFault(state));
}
