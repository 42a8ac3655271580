// Everything one may do to a ticket in its state, and to a station.
import { t } from "../../shared/page.js";
import { html } from "../../shared/render.js";
import { commandButton } from "../buttons.js";
import { off } from "../parts.js";
import { freeOrFirst, freeStations, stationOf } from "../rows.js";
import { isBusy } from "../view.js";
import { reasonName } from "../words.js";
import { takeBack } from "./take_back.js";

const COMMANDS = {
  waiting: ["hold"],
  called: ["hold", "mark_no_show", "return"],
  shooting: ["hold"],
  held: ["resume"],
  missed: ["return"],
  finished: [],
};
const SETTINGS = ["open", "paused", "closed"];
const REASONS = ["urgent", "teacher", "others_missing", "together"];

/** Draw a ticket's menu: first what the hall will see or hear, then what changes the records alone. */
export function ticket({ desk, panel, station: mine }, row) {
  const open = (kind) => html`<button class="key" data-action="open" data-kind="${kind}"
    data-ticket="${row.ticket}">${t(`staff.${kind}`)}</button>`;
  const cancel = !["shooting", "finished"].includes(row.state);
  const missed = row.missed.map(({ reason, count }) => `${reasonName(reason)} ${count ?? 1}`);
  return html`
    ${missed.length > 0 && html`<p class="hint">${t("staff.missed", { reasons: missed.join(" · ") })}</p>`}
    ${row.state === "waiting" && outOfTurn(desk, row, panel.station ?? mine)}
    ${row.state === "finished" && takeBack(row)}
    ${["called", "shooting"].includes(row.state) && moving(desk, row)}
    ${row.state === "called" && html`<div class="choices one">${commandButton(row, "recall", { heard: true })}</div>`}
    <h3>${t("staff.records")}</h3>
    <div class="choices">
      ${COMMANDS[row.state].map((type) => commandButton(row, type))}
      ${open("amend")} ${row.state === "finished" && open("correct")} ${open("fee")} ${commandButton(row, "reprint")}
      ${cancel && commandButton(row, "cancel")}
    </div>`;
}

/** Open, pause or close a station. */
export const settings = ({ station, setting }) => html`<div class="segments small" role="group">
  ${SETTINGS.map(
    (state) => html`<button data-action="set-station" data-station="${station}"
      data-state="${state}" aria-pressed="${state === setting}"
      ${off(isBusy(station))}>${t(`staff.setting.${state}`)}</button>`,
  )}
</div>`;

/** Draw a station's menu with that of the ticket at it. */
export function station(view, row) {
  const place = stationOf(view.desk, view.panel.station);
  return html`<h3>${t("staff.station", { station: place.station })}</h3>
    ${settings(place)} ${row && ticket(view, row)}`;
}

const nowhere = () => html`<p class="hint">${t("staff.no_free_station")}</p>`;

function outOfTurn(desk, row, wanted) {
  const free = freeStations(desk);
  const to = freeOrFirst(desk, wanted);
  if (!to) return nowhere();
  const segment = (n) => html`<button data-action="aim" data-station="${n}"
    aria-pressed="${n === to}">${t("staff.station", { station: n })}</button>`;
  const chip = (reason) => html`<button class="key heard" data-action="call-now"
    data-ticket="${row.ticket}" data-station="${to}" data-reason="${reason}"
    ${off(isBusy(row.ticket))}>${reasonName(reason)}</button>`;
  return html`<h3 class="heard">${t("staff.call_now", { station: to })}</h3>
    ${free.length > 1 && html`<div class="segments small">${free.map(segment)}</div>`}
    <div class="choices">${REASONS.map(chip)}</div>`;
}

function moving(desk, row) {
  const busy = off(isBusy(row.ticket));
  const to = (n) => html`<button class="key heard" data-action="transfer"
    data-ticket="${row.ticket}" data-station="${n}" ${busy}>${t("staff.station", { station: n })}</button>`;
  const withOther = ({ station, ticket: other }) => html`<button class="key heard" data-action="swap"
    data-ticket="${row.ticket}" data-other="${other.ticket}" ${busy}>
    ${t("staff.swap_with", { station, ticket: other.ticket })}</button>`;
  const others = desk.stations.filter((s) => s.ticket && s.ticket !== row);
  const ways = [...freeStations(desk).map(to), ...others.map(withOther)];
  return html`<h3 class="heard">${t("staff.moving")}</h3>
    ${ways.length ? html`<div class="choices">${ways}</div>` : nowhere()}`;
}
