// What the console holds, and the one way to change it.
import { page } from "../shared/page.js";
import { stationOf } from "./rows.js";

const KEPT = `paizhao.station.${page.venue.id}`;
const PHONE = matchMedia("(max-width: 540px)");
const TOAST_MS = 9000;
// What a finger went down on must not become another class's button before its click.
const CLICK_MS = 60;
// Longer than between the two presses of a double one.
const REST_MS = 800;

export const view = {
  desk: null,
  presence: { printers: [], new_printers: [], screens: {}, devices: [], code: "" },
  live: true,
  // Whether this is a phone, held upright; the stylesheet console/phone.css asks the same.
  phone: PHONE.matches,
  // A station's number, or "all"; of all the one that the keys press.
  station: JSON.parse(localStorage.getItem(KEPT)),
  chosen: null,
  panel: null,
  toast: null,
  retrying: false,
  finished: false,
  // Ticket or station -> the version at which its own command will be seen.
  busy: new Map(),
};

let render = () => {};
let due = false;
let pressed = false;

/** Say what draws the view. */
export const drawWith = (draw) => (render = draw);

/** Take changes in and draw soon. */
export function change(changes) {
  Object.assign(view, changes);
  if (view.desk && view.station !== "all" && !stationOf(view.desk, view.station)) {
    view.station = view.desk.stations.find((s) => s.setting === "open")?.station ?? "all";
  }
  due = true;
  queueMicrotask(flush);
}

function flush() {
  if (!due || pressed) return;
  due = false;
  render();
}

// addListener: Safari has the other since 14.
PHONE.addListener(({ matches }) => change({ phone: matches }));
addEventListener("resize", () => view.phone && change({}));

/** Work a station from here on, also after a reload. */
export function work(station) {
  localStorage.setItem(KEPT, JSON.stringify(station));
  change({ station });
}

let fading;

/** Show a notice for a while; `text(desk)` words it anew at each drawing. */
export function notify(text) {
  clearTimeout(fading);
  fading = setTimeout(() => change({ toast: null }), TOAST_MS);
  change({ toast: text });
}

/** Return whether this console's own command about a ticket or station is still on its way. */
export const isBusy = (subject) => (view.busy.get(String(subject)) ?? 0) > view.desk.version;

/** Keep a ticket's buttons off for a moment. */
export function rest(ticket) {
  view.busy.set(ticket, Infinity);
  setTimeout(() => {
    view.busy.delete(ticket);
    change({});
  }, REST_MS);
  change({});
}

function release() {
  pressed = false;
  flush();
}

addEventListener("pointerdown", ({ button }) => (pressed = button === 0));
// A menu or another window takes the pointer, and its going up is never heard of.
for (const end of ["pointerup", "pointercancel", "contextmenu", "blur"]) {
  addEventListener(end, () => setTimeout(release, CLICK_MS));
}
