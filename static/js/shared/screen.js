// Which screen this is: itself again after a reload, by the name that its address may give it.
import { newId } from "./api.js";

const KEPT = "paizhao.screen";
const LONGEST = 24;

const id = sessionStorage.getItem(KEPT) ?? newId();
sessionStorage.setItem(KEPT, id);

const asked = new URLSearchParams(location.search);

export const screen = { id, name: (asked.get("name") ?? "").slice(0, LONGEST) };

/** The picture's margin in percent of the screen, for a television that cuts its edges off. */
export const margin = Math.min(Math.max(Number(asked.get("margin")) || 0, 0), 10);
