// Which screen this is: itself again after a reload or a new start of its browser, by the page and the
// name that its address may give it.
import { newId } from "./api.js";

const LONGEST = 24;

const asked = new URLSearchParams(location.search);
const name = (asked.get("name") || "").slice(0, LONGEST);

const kept = `paizhao.screen ${location.pathname} ${name}`;
const id = localStorage.getItem(kept) || newId();
localStorage.setItem(kept, id);

export const screen = { id, name };

/** The picture's margin in percent of the screen, for a television that cuts its edges off. */
export const margin = Math.min(Math.max(Number(asked.get("margin")) || 0, 0), 10);
