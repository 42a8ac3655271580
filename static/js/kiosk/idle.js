// Nobody there any more: a countdown in plain sight, then home, fresh for the next monitor.
import { close, open } from "../shared/dialog.js";
import { page, part, spoken, t } from "../shared/page.js";
import { draw, html } from "../shared/render.js";
import { IDLE, isLast, state } from "./state.js";

const TICK_MS = 200;
const dialog = part("idle");
let end = Infinity;

const isFresh = () => state.screen === "home" && spoken() === page.language && !state.large;

/** Seconds until home; what is being sent is waited for, however long it takes. */
function timeout() {
  if (isFresh() || state.screen === "sending") return Infinity;
  if (isLast()) return IDLE.done;
  return (state.screen === "count" ? IDLE.counting : IDLE.after) + IDLE.countdown;
}

/** Begin the time anew, as after every touch. */
export function restart() {
  state.left = timeout();
  end = performance.now() + state.left * 1000;
}

/** Return whether the page asks if somebody is still there; then only its own buttons count. */
const isAsking = () => !isLast() && state.left <= IDLE.countdown;

export function drawDialog() {
  draw(
    dialog,
    html`<p><b id="idle-title">${t("kiosk.idle.title")}</b>${t("kiosk.idle.home", { n: state.left })}</p>
      <span class="seconds" aria-hidden="true">${state.left}</span>
      <button class="button" data-action="home">${t("kiosk.idle.leave")}</button>
      <button class="button primary" data-action="stay" autofocus>${t("kiosk.idle.stay")}</button>`,
  );
  (isAsking() ? open : close)(dialog);
}

/** Watch the time: `onTick()` at each new second, `onEnd()` when it is up. */
export function watchIdle({ onTick, onEnd }) {
  dialog.addEventListener("cancel", restart);
  for (const touch of ["pointerdown", "keydown"]) {
    document.addEventListener(touch, () => isAsking() || restart());
  }
  setInterval(() => {
    const left = Math.ceil((end - performance.now()) / 1000);
    if (left <= 0) return onEnd();
    if (left === state.left) return;
    state.left = left;
    onTick();
  }, TICK_MS);
}
