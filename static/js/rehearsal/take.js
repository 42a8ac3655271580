// Put what a rehearsal advises into the plan: by commands, which the console undoes.
import { newId, post } from "../shared/api.js";
import { page, part, t } from "../shared/page.js";
import { draw, html } from "../shared/render.js";

/** Change a venue's plan as one of its ways says, and say what came of it. */
export async function take(venue) {
  const statuses = [];
  for (const change of venue.changes) {
    const command = commandOf[change.what](venue, change);
    if (command) {
      const body = { id: newId(), venue: venue.venue, ...command };
      statuses.push((await post("/api/commands", body)).status);
    }
  }
  const done = statuses.every((status) => status === 200);
  draw(part("progress"), html`<p class="${!done && "slips"}" role="status">
    ${t(done ? "staff.rehearsal.taken" : "staff.rehearsal.not_taken")}</p>`);
}

const commandOf = {
  moved: (_, { window, date, opens, closes, colleges }) => (
    { type: "set_window", window, date, opens: `${opens}:00`, closes: `${closes}:00`, colleges }
  ),
  // A station that the venue has already is opened when its time comes.
  extra: ({ venue, stations }) => {
    const there = page.venues.find(({ id }) => id === venue).stations;
    return stations < there ? null : { type: "add_stations", stations: stations + 1 };
  },
};
