// Reads the ticket when something may have changed, the phones of a hall not all at once.
import { get } from "../shared/api.js";

const SPREAD_MS = 1000;
const AGAIN_MS = 3000;

/**
 * Read a token's ticket: `now()` at once, `soon()` within a second. `onTicket` gets each response in
 * order; `onLost` is called when none came, and the reading is tried again.
 */
export function reader(token, onTicket, onLost) {
  let timer = null;
  let asked = 0;
  let answered = 0;

  async function now() {
    clearTimeout(timer);
    timer = null;
    const turn = ++asked;
    const { status, body } = await get(`/api/tickets/${token}`);
    if (turn < answered) return;
    answered = turn;
    if (status === 200) return onTicket(body);
    if (status === 404 || status === 410) return onTicket({ state: "withdrawn" });
    onLost();
    later(AGAIN_MS);
  }

  function later(ms) {
    if (timer === null) timer = setTimeout(now, ms + SPREAD_MS * Math.random());
  }

  return { now, soon: () => later(0) };
}
