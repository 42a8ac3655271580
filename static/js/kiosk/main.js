// The check-in kiosk: one state, drawn anew after every touch and every change of the roll.
import { follow } from "../shared/connection.js";
import { dispatch } from "../shared/dispatch.js";
import { page } from "../shared/page.js";
import { actions } from "./actions.js";
import { resume } from "./check_in.js";
import { watchFolds } from "./fold.js";
import { repeatHeld } from "./hold.js";
import { restart, watchIdle } from "./idle.js";
import { render } from "./screens.js";
import { isGone, state } from "./state.js";

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

/** The rest of a double tap belongs to the screen it began on, not to the one that came up. */
function before({ detail }) {
  if (detail <= 1) tapped = state.screen;
  return tapped === state.screen;
}

/** A keyboard's digits are the keypad's. */
function typed({ key }) {
  const wanted = key === "Backspace" ? '[data-action="erase"]' : `[data-value="${key}"]`;
  if (/^(\d|\.|Backspace)$/.test(key)) document.querySelector(`.typing ${wanted}:enabled`)?.click();
}

document.addEventListener("keydown", typed);
document.addEventListener("contextmenu", (event) => event.preventDefault());
repeatHeld(document, dispatch(act, { before, after: refresh }));
watchFolds();
watchIdle({ onTick: render, onEnd: () => (act.home(), refresh()) });
render();

follow({
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
