// All stations side by side, each with its main buttons.
import { t } from "../shared/page.js";
import { html } from "../shared/render.js";
import { callButton, commandButton, goButton } from "./buttons.js";
import { chip, headCount, more, off, progress, tags, title } from "./parts.js";
import { isBusy } from "./view.js";

/** Draw every station that is not closed as a card, the closed ones as a line. */
export function every(view) {
  const [drawn, closed] = [[], []];
  for (const s of view.desk.stations) (s.setting === "closed" && !s.ticket ? closed : drawn).push(s);
  return html`<div class="cards">${drawn.map((place) => card(view.desk, place))}</div>
    <div class="closed">${closed.map(opening)}</div>`;
}

function card(desk, place) {
  const row = place.ticket;
  const state = place.setting === "open" ? "idle" : place.setting;
  return html`<section class="current card" id="station-${place.station}">
    <div class="meta">
      <b>${t("staff.station", place)}</b> ${chip(row ? row.state : state)}
      <span class="college">${row?.ticket} ${row && tags(row)}</span> ${more(place)}
    </div>
    ${row ? shot(row) : callButton(desk, place)}
  </section>`;
}

function shot(row) {
  const called = row.state === "called";
  return html`${title(row)} ${headCount(row)} ${progress(row)}
    <div class="further">
      ${goButton(row)} ${called && commandButton(row, "recall", { label: "recall_short" })}
      ${commandButton(row, "hold", { label: "hold_short" })}
      ${called && commandButton(row, "mark_no_show", { tone: "warn" })}
    </div>`;
}

const opening = ({ station }) => html`<button class="key" data-action="set-station"
  data-station="${station}" data-state="open" ${off(isBusy(station))}>
  ${t("staff.open_station", { station })}</button>`;
