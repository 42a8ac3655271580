// A command's way to the server: sent again under its one id until it is answered, so it happens once.
import { newId, post } from "./api.js";
import { page } from "./page.js";

const WAITS_MS = [500, 1000, 2000, 4000];
// Statuses after which sending the same again may still succeed.
const mayPass = (status) => status === 0 || status === 429 || status >= 500;
const last = (list) => list[list.length - 1];

/** Make a command of the page's venue, with an id of its own. */
export const make = (command) => ({ id: newId(), venue: page.venue.id, ...command });

/**
 * Send a command until it is answered or, by `performance.now()`, `until` has passed; `onWaiting()`
 * is called at each wait, of `waits` in milliseconds one after another. Returns the last response.
 */
export async function sendUntilAnswered(
  command,
  { until = Infinity, onWaiting = () => {}, waits = WAITS_MS } = {},
) {
  for (let attempt = 0; ; attempt++) {
    const response = await post("/api/commands", command);
    if (!mayPass(response.status) || performance.now() >= until) return response;
    onWaiting();
    await new Promise((wake) => setTimeout(wake, waits[attempt] ?? last(waits)));
  }
}
