// One socket to the server: a fresh snapshot at every connect, then each change once.
import { io } from "../../vendor/socket.io.esm.min.js";
import { hhmm, setClock } from "./clock.js";
import { page, t } from "./page.js";
import { screen, setScreen } from "./screen.js";

// What a role is sent, and how often a page asks anew for what only the clock changes.
const CHANGES = { display: "board", phone: "board", kiosk: "roll", staff: "desk" };
const REFRESH_MS = Math.max(30000 / page.rate, 2000);
const ANSWER_MS = 4000;
const AGAIN_MS = 1000;
// So often the hall's screens say that they are there.
const ALIVE_MS = 2500;
// Staff know these by name.
const DEVICES = ["display", "kiosk"];
// The hall's few screens come back at once; hundreds of phones spread themselves.
const SCREEN = { reconnectionDelay: 150, reconnectionDelayMax: 400 };
const PHONE = { reconnectionDelay: 500, reconnectionDelayMax: 3000 };
const RETRY = { display: SCREEN, kiosk: SCREEN, staff: SCREEN, phone: PHONE };

/** Word for staff that there is no link, with how old what they see is: as of `at`, or nothing. */
export const lostLink = (at) => (at ? t("staff.lost_since", { time: hhmm(at) }) : t("staff.no_link"));

/**
 * Follow a venue. `onSnapshot(state)` gets the newest state; `onLive(live)` hears when the link is
 * lost, could not be made, or is there; `on` holds handlers of further events; `sound()` says for staff how this screen
 * sounds. Returns the socket.
 */
export function follow({ venue, role, onSnapshot, onLive = () => {}, on = {}, sound = () => "" }) {
  const socket = io({ ...RETRY[role], timeout: ANSWER_MS });
  let version = -1;

  // A session that ended leads to the sign-in page.
  const signIn = () => location.reload();

  const take = (state, fresh) => {
    // The plan changed, or the drill became the day: the page itself is of the old one.
    if (state.edition !== page.edition) {
      const spread = Math.random() * RETRY[role].reconnectionDelayMax;
      return setTimeout(() => location.reload(), spread);
    }
    if (!fresh && state.version <= version) return;
    version = state.version;
    setClock(state.at);
    onSnapshot(state);
  };

  const ask = () =>
    socket.timeout(ANSWER_MS).emit("watch", { venue, role }, (lost, state) => {
      if (lost) return socket.connected && socket.disconnect().connect();
      if (state.code === "store_unavailable") setTimeout(() => socket.connected && ask(), AGAIN_MS);
      if (state.code === "signed_out") return signIn();
      if (state.code) return onLive(false);
      take(state, true);
      onLive(true);
      beat();
    });

  const beat = () =>
    DEVICES.includes(role) &&
    socket.volatile.emit("alive", { ...screen, version, edition: page.edition, sound: sound() });

  socket.on("connect", ask);
  socket.on("connect_error", () => onLive(false));
  socket.on("disconnect", (why) => {
    onLive(false);
    if (why === "io server disconnect") socket.connect();
  });
  socket.on(CHANGES[role], (state) => take(state, false));
  socket.on("signed_out", signIn);
  socket.on("screen", (wanted) => {
    setScreen(wanted);
    beat();
  });
  // Another roster is no event of the journal: the version stays, the counts do not.
  socket.on("roster", ask);
  for (const [event, handler] of Object.entries(on)) socket.on(event, handler);
  setInterval(() => socket.connected && ask(), REFRESH_MS);
  setInterval(beat, ALIVE_MS);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible" && socket.connected) ask();
  });
  return socket;
}
