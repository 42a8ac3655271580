// The check-in kiosk: one state, drawn anew after every touch and every change of the roll.
import { watch } from "../shared/connection.js";
import { actions } from "./actions.js";
import { resume } from "./check_in.js";
import { repeatHeld } from "./hold.js";
import { restart, watchIdle } from "./idle.js";
import { render } from "./screens.js";
import { isGone, state } from "./state.js";
import { page } from "../shared/page.js";
import { noteOf } from "../shared/reasons.js";

function refresh() {
  restart();
  render();
}

function show(screen, changes = {}) {
  Object.assign(state, changes, { screen });
  refresh();
}

const act = actions({ show, render });
let tapped = null;

function press(button) {
  act[button.dataset.action](button.dataset.value);
  refresh();
}

/** The rest of a double tap belongs to the screen it began on, not to the one that came up. */
function click(event) {
  const button = event.target.closest("[data-action]");
  if (event.detail <= 1) tapped = state.screen;
  if (button && tapped === state.screen) press(button);
}

document.addEventListener("click", click);
/** A keyboard's digits are the keypad's. */
function typed({ key }) {
  const wanted = key === "Backspace" ? '[data-action="erase"]' : `[data-value="${key}"]`;
  if (/^(\d|Backspace)$/.test(key)) document.querySelector(`.typing ${wanted}:enabled`)?.click();
}

/** What is typed counts as it stands. */
function written({ target }) {
  if (!target.dataset.field) return;
  const { field } = target.dataset;
  state[field] = field === "note" ? noteOf(target.value) : target.value;
  refresh();
}

document.addEventListener("keydown", typed);
document.addEventListener("input", written);
document.addEventListener("contextmenu", (event) => event.preventDefault());
repeatHeld(document, press);
watchIdle({ onTick: render, onEnd: () => (act.home(), refresh()) });
render();

watch({
  venue: page.venue.id,
  role: "kiosk",
  onSnapshot(roll) {
    const isFirst = state.roll === null;
    state.roll = roll;
    if (isFirst) resume(show);
    if (isGone()) act.home();
    if (state.screen === "count") act.askQueue();
    render();
  },
  onLive(live) {
    state.live = live;
    render();
  },
});
