// Step 4: the venues, their stations, and how fast a crew is.
import { t } from "../shared/page.js";
import { html } from "../shared/render.js";
import { number } from "./parts.js";
import { state } from "./state.js";

const MOST_STATIONS = 12;
const TEXTS = ["name", "campus", "room", "waiting_room", "entrance"];

const field = (venue, n, name) => html`<label class="named">${t(`setup.venue.${name}`)}
  <input class="field" name="${name}" data-input="venue" data-n="${n}" value="${venue[name]}" maxlength="80"
    autocomplete="off"></label>`;

const counted = (crew, n, name, most) => html`<label class="named">${t(`setup.venue.${name}`)}
  <input class="field" name="${name}" type="number" min="1" max="${most}" data-input="venue" data-n="${n}"
    value="${crew[name]}"></label>`;

const card = (venue, n) => html`<form class="venue box" data-action="nothing" data-former="${venue.name}">
  ${TEXTS.map((name) => field(venue, n, name))}
  ${counted(venue.crew, n, "stations", MOST_STATIONS)} ${counted(venue.crew, n, "open", venue.crew.stations)}
</form>`;

export function venues({ said, venues: all }) {
  const hourly = Math.round(3600 / said.seconds_per_head);
  return html`<section id="step-4">
    ${all.map(card)}
    ${!all.length && html`<p class="note">${t("setup.venue.none")}</p>`}
    <div class="form box pace">${number(said, "seconds_per_head")} ${number(said, "changeover_seconds")}
      <p>${t("setup.pace", { n: hourly })}</p></div></section>`;
}

/** Build what touches of this step do. */
export function venuesActions(change) {
  const timers = {};
  return {
    nothing() {},
    venue({ n }, _, input) {
      const { form } = input;
      clearTimeout(timers[n]);
      timers[n] = setTimeout(() => {
        if (!form.checkValidity() || !form.elements.name.value.trim()) return;
        const texts = Object.fromEntries(TEXTS.map((name) => [name, form.elements[name].value.trim()]));
        const stations = Number(form.elements.stations.value);
        const crew = { stations, open: Math.min(Number(form.elements.open.value), stations) };
        change({ type: "set_venue", former: state.draft.venues[n].name, ...texts, crew });
      }, 500);
    },
  };
}
