// The buttons that send a class on its way.
import { t } from "../shared/page.js";
import { html } from "../shared/render.js";
import { counted } from "./count.js";
import { heads, key, off } from "./parts.js";
import { isBusy } from "./view.js";
import { named } from "./words.js";

/** Call whom the policy puts first; the button names them, and the command expects them. */
export function callButton(desk, place, { keyed = false, short = false } = {}) {
  const first = desk.queue[0];
  const { station, ticket: shot } = place;
  const [bears, hint] = keyed ? key("space", "Space") : ["", ""];
  if (place.setting !== "open" && !shot) {
    return html`<button class="key open" data-action="set-station" data-station="${station}"
      data-state="open" ${off(isBusy(station))}>${t("staff.open_station", { station })}</button>`;
  }
  const who = first && html`${short ? first.class : named(first)} · ${heads(first)}`;
  const then = { ticket: shot?.ticket, whom: first && named(first) };
  const note = shot && first ? t("staff.first_finish", then) : t("staff.nobody_waits");
  return html`<button class="key call" data-action="call" data-station="${station}"
    data-expects="${first?.ticket}" ${bears} ${off(shot || !first || isBusy(station))}>
    ${short && first ? t("staff.call", first) : t("staff.call_next")}
    <small>${!shot && first ? [who, hint] : note}</small></button>`;
}

/** Start when called, finish when shooting. */
export function goButton(row, keyed) {
  const [bears, hint] = keyed ? key("enter", "Enter") : ["", ""];
  if (row?.state !== "shooting") {
    return html`<button class="key go" data-action="command" data-type="start"
      data-ticket="${row?.ticket}" ${bears} ${off(!row || isBusy(row.ticket))}>
      <span>${t("staff.start")}${row && hint}</span>
      <small>${row && t("staff.start_when")}</small></button>`;
  }
  return html`<button class="key go" data-action="finish" data-ticket="${row.ticket}" ${bears}
    ${off(isBusy(row.ticket))}><span>${t("staff.finish")}${hint}</span><small>${toBeNoted(row)}</small></button>`;
}

/** Say what finishing notes; where nobody was counted, that all were photographed. */
function toBeNoted(row) {
  const n = counted(row);
  if (n === 0) return t("staff.uncounted", { n: row.heads });
  return n === row.heads ? t("staff.all_shot", { n }) : t("staff.missing", { n: row.heads - n });
}

/** Finish where some were not photographed, and say why. */
export function missedButton(row, keyed, label = "some_missed") {
  const [bears, hint] = keyed ? key("M", "KeyM") : ["", ""];
  return html`<button class="key" data-action="open" data-kind="finish" data-ticket="${row.ticket}"
    ${bears} ${off(isBusy(row.ticket))}>${t(`staff.${label}`)}${hint}</button>`;
}

/** A further command about a ticket. */
export function commandButton(row, type, { code, label = type, heard = false } = {}) {
  const [bears, hint] = code ? key(code.slice(-1), code) : ["", ""];
  return html`<button class="key ${heard ? "heard" : ""}" data-action="command" data-type="${type}"
    data-ticket="${row?.ticket}" ${bears} ${off(!row || isBusy(row.ticket))}>
    ${t(`staff.${label}`)}${hint}</button>`;
}
