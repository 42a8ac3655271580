// Drawing: the screen that the state names, in its frame.
import { part, t } from "../shared/page.js";
import { draw, html } from "../shared/render.js";
import * as classes from "./classes.js";
import * as count from "./count.js";
import * as last from "./done.js";
import * as find from "./find.js";
import * as home from "./home.js";
import { showFolds } from "./fold.js";
import { drawDialog } from "./idle.js";
import * as rejoin from "./rejoin.js";
import { head, wrongDay } from "./shell.js";
import { state } from "./state.js";
import * as walk from "./walk_in.js";
import * as withdraw from "./withdraw.js";

const SCREENS = {
  home,
  classes,
  find,
  count,
  walk: { main: walk.kinds, foot: walk.kindsFoot },
  who: { main: walk.who, foot: walk.whoFoot },
  walk_college: { main: walk.colleges, foot: walk.stepFoot },
  walk_class: { main: walk.classes, foot: walk.stepFoot },
  walk_in: { main: walk.walkIn, foot: walk.walkInFoot },
  rejoin,
  not_yet: { main: last.notYet, foot: last.problemFoot },
  sending: { main: () => SCREENS[state.sent].main(), foot: count.sendingFoot },
  done: { main: last.done, foot: last.foot },
  already: { main: last.already, foot: last.foot },
  withdraw,
  withdrawn: { main: withdraw.withdrawn, foot: withdraw.withdrawnFoot },
  problem: { main: last.problem, foot: last.problemFoot },
};
let shown = null;

function drawScreen() {
  const { main, foot } = SCREENS[state.screen];
  const moved = shown !== state.screen;
  shown = state.screen;
  if (moved) part("main").textContent = "";
  draw(part("main"), main());
  draw(part("foot"), foot());
  if (moved) part("main").querySelector("h1").focus();
  showFolds();
}

const noLink = () => html`<p class="empty">${t("kiosk.no_link")}</p>`;

/** Draw everything; before the first roll only the frame, and that there is no link. */
export function render() {
  document.documentElement.classList.toggle("large", state.large);
  draw(part("head"), head());
  draw(part("offline"), !state.roll ? "" : state.live ? wrongDay() : t("kiosk.offline"));
  if (state.roll) drawScreen();
  else if (!state.live) draw(part("main"), noLink());
  drawDialog();
}
