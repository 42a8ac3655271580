// The hall's clock: the server's, carried on by the page's monotonic one at the server's rate.
import { page, t } from "./page.js";

const carried = () => performance.now() * page.rate;
let ahead = null;
let offset = "+00:00";

/** Set the clock by a snapshot's `at` (RFC 3339). */
export function setClock(at) {
  ahead = Date.parse(at) - carried();
  offset = at.slice(-6);
}

/** Milliseconds since the epoch, hall time; NaN before the first snapshot. */
export const hallNow = () => (ahead === null ? NaN : carried() + ahead);

/** A Date whose UTC fields read as the hall's wall clock. */
export function local(ms = hallNow()) {
  const [hours, minutes] = offset.slice(1).split(":").map(Number);
  const shift = (hours * 60 + minutes) * 60000 * (offset[0] === "-" ? -1 : 1);
  return new Date(ms + shift);
}

/** HH:MM of the hall's clock. */
export const hallTime = () => (ahead === null ? "" : local().toISOString().slice(11, 16));

/** The hall's date, YYYY-MM-DD; there is none before the first snapshot. */
export const hallDay = () => local().toISOString().slice(0, 10);

/** HH:MM of a time the server wrote, which is in the hall's offset already. */
export const hhmm = (iso) => (iso ? iso.slice(11, 16) : "");

/** HH:MM:SS of a time the server wrote. */
export const hhmmss = (iso) => (iso ? iso.slice(11, 19) : "");

/** Name a day (YYYY-MM-DD). */
export function dayName(date) {
  const [, month, day] = date.split("-").map(Number);
  return t("common.day", { month, day });
}
