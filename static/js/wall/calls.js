// Every call is heard once, and two calls at once are heard one after the other.
import { chime } from "../chime.js";

const APART_MS = 1500;

// Unknown until the first board: what was called before this page opened is not called again.
let heard = null;
let free = 0;

/** Sound the calls of a board not heard before; a recall or another station is a call of its own. */
export function announce(stations) {
  const calls = stations
    .filter(({ state }) => state === "calling")
    .map((s) => `${s.ticket} ${s.station} ${s.called_at} ${s.recalls}`);
  const fresh = heard ? calls.filter((call) => !heard.has(call)) : [];
  heard = new Set([...(heard ?? []), ...calls]);
  fresh.forEach(queue);
}

function queue() {
  const now = performance.now();
  const at = Math.max(now, free);
  free = at + APART_MS;
  setTimeout(chime, at - now);
}
