// Every call is spoken once by a wall, also after a reload or a lost link; a recall is one of its own.
import { say, wording } from "./speech.js";

const KEPT = "paizhao.spoken";

// Unknown until the first board: what was called before this wall was there is not called again.
const spoken = new Map(JSON.parse(sessionStorage.getItem(KEPT) || "[]"));

const calls = ({ stations }) => stations.filter(({ state }) => state === "calling");
const mark = (call) => `${call.ticket} ${call.station} ${call.called_at} ${call.recalls}`;

/** Speak what a venue's board calls and this wall has not spoken; `now()` gives the board by then. */
export function announce(board, now) {
  const known = spoken.get(board.venue);
  const standing = calls(board);
  spoken.set(board.venue, [...new Set([...(known || []), ...standing.map(mark)])]);
  sessionStorage.setItem(KEPT, JSON.stringify([...spoken]));
  for (const call of known ? standing : []) {
    if (known.includes(mark(call))) continue;
    const stands = () => calls(now()).some((other) => mark(other) === mark(call));
    say({ ...wording(board.venue, call), stands });
  }
}
