// Which screen this is: itself again after a reload or a new start of its browser, by the page and the
// name that its address may give it. What staff set for it holds over the address.
import { newId } from "./api.js";

const LONGEST = 24;
const WIDEST = 10;

const asked = new URLSearchParams(location.search);
const name = (asked.get("name") || "").slice(0, LONGEST);
// The picture's margin in percent of the screen, for a television that cuts its edges off.
const margin = Math.min(Math.max(Number(asked.get("margin")) || 0, 0), WIDEST);

const kept = `paizhao.screen ${location.pathname} ${name}`;
const id = localStorage.getItem(kept) || newId();
localStorage.setItem(kept, id);

const SET = `paizhao.set ${id}`;

export const screen = { id, name, margin, ...JSON.parse(localStorage.getItem(SET) || "{}") };

/** Take the name and margin that staff set, for good. */
export function setScreen({ name, margin }) {
  localStorage.setItem(SET, JSON.stringify({ name, margin }));
  Object.assign(screen, { name, margin });
}
