// On a phone: which station it works, and whether that is open.
import { t } from "../../shared/page.js";
import { html } from "../../shared/render.js";
import { stationOf } from "../rows.js";
import { named } from "../words.js";
import { settings } from "./ticket.js";

/** Draw the worked station's setting, and the others to choose from. */
export function stations({ desk, station: worked }) {
  const own = stationOf(desk, worked);
  return html`${own && [html`<h3>${t("staff.station", own)}</h3>`, settings(own)]}
    <div>${desk.stations.map((place) => choice(place, worked))}
      ${button("all", t("staff.all"), "", worked)}</div>`;
}

function choice({ station, setting, ticket: row }, worked) {
  const state = row ? row.state : setting === "open" ? "idle" : setting;
  const about = [t(`common.state.${state}`), row && named(row)].filter(Boolean).join(" · ");
  return button(station, t("staff.station", { station }), about, worked);
}

const button = (value, name, about, worked) => html`<button class="key pick" data-action="work"
  data-station="${value}" aria-pressed="${value === worked}"><b>${name}</b><small>${about}</small></button>`;
