// All stations side by side, each with its main buttons; the keys press those of the chosen one.
import { t } from "../shared/page.js";
import { html } from "../shared/render.js";
import { callButton, commandButton, goButton, missedButton } from "./buttons.js";
import { elsewhere } from "./elsewhere.js";
import { chip, headCount, key, more, off, progress, tags, title } from "./parts.js";
import { isBusy } from "./view.js";

/** Draw every station that is not closed as a card, the closed ones as a line. */
export function every({ desk, chosen }) {
  const [drawn, closed] = [[], []];
  for (const s of desk.stations) (s.setting === "closed" && !s.ticket ? closed : drawn).push(s);
  const keyed = drawn.find((place) => place.station === chosen) ?? drawn[0];
  return html`<div class="cards">${drawn.map((place) => card(desk, place, place === keyed))}</div>
    <div class="closed">${closed.map(opening)}</div>`;
}

function card(desk, place, keyed) {
  const { station, setting, ticket: row } = place;
  const state = setting === "open" ? "idle" : setting;
  const [bears, hint] = key("station", `Digit${station}`);
  return html`<section class="current card ${keyed ? "keyed" : ""}" id="station-${station}">
    <div class="meta">
      <button class="chosen" data-action="choose" data-station="${station}" ${bears}
        aria-pressed="${keyed}">${t("staff.station", place)}${!keyed && station < 10 && hint}</button>
      ${chip(row ? row.state : state)}
      <span class="college">${row?.ticket} ${row && tags(row)}</span> ${more(place)}
    </div>
    ${row ? taken(row, keyed) : callButton(desk, place, { keyed })} ${elsewhere(desk, place)}
  </section>`;
}

function taken(row, keyed) {
  const code = (name) => (keyed ? name : undefined);
  const short = (type, name) => commandButton(row, type, { label: `${type}_short`, code: code(name) });
  return html`${title(row)} ${headCount(row)} ${progress(row, keyed)}
    <div class="further">${goButton(row, keyed)} ${
      row.state === "called"
        ? [
            short("recall", "KeyR"),
            short("hold", "KeyH"),
            commandButton(row, "mark_no_show", { code: code("KeyX") }),
          ]
        : [missedButton(row, keyed, "some_missed_short"), short("hold", "KeyH")]
    }</div>`;
}

const opening = ({ station }) => html`<button class="key" data-action="set-station"
  data-station="${station}" data-state="open" ${off(isBusy(station))}>
  ${t("staff.open_station", { station })}</button>`;
