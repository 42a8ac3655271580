// The hall's wall: the newest board, which stays with its age when the link is lost.
import { hallTime, hhmmss, local } from "./clock.js";
import { watch } from "./connection.js";
import { page, spoken, t } from "./page.js";
import { draw, html } from "./render.js";
import { bold } from "./wall/bold.js";
import { announce } from "./wall/calls.js";
import { dayBoard } from "./wall/day.js";
import { drawMessages } from "./wall/messages.js";
import { nextList } from "./wall/next.js";
import { drawStations } from "./wall/stations.js";

// The whole picture moves a little now and then, so that nothing burns in.
const SHIFT_EVERY_MS = 600000;
const SHIFTS = ["0 0", "4px 0", "4px 4px", "0 4px", "-4px 4px", "-4px 0", "-4px -4px", "0 -4px"];

const part = (id) => document.getElementById(id);
let board = null;

function show(state) {
  board = state;
  const busy = board.waiting.classes > 0 || board.stations.some(({ ticket }) => ticket);
  part("connecting").hidden = true;
  part("hall").hidden = !busy;
  part("day").hidden = busy;
  part("footer").hidden = false;
  if (busy) {
    drawStations(part("stations"), board.stations);
    draw(part("next"), nextList(board.next));
  } else {
    draw(part("day"), dayBoard(board.windows));
  }
  draw(part("tally"), busy ? waiting(board.waiting) : expected(board.windows));
  tick();
  announce(board.stations);
}

const live = () => html`<span class="live"><i></i>${t("display.live")}</span>`;

const waiting = ({ classes, heads }) =>
  html`<span>${bold("display.waiting_classes", { n: classes })}</span>
    <span>${bold("display.waiting_heads", { n: heads })}</span>${live()}`;

const expected = (windows) => {
  const n = windows.reduce((sum, window) => sum + window.expected, 0);
  return html`<span>${bold("display.expected", { n })}</span>${live()}`;
};

function clock() {
  const written = (fields) =>
    local().toLocaleDateString(spoken(), { timeZone: "UTC", ...fields });
  return html`<b>${hallTime()}</b>
    <span>${written({ month: "long", day: "numeric" })}<br>${written({ weekday: "long" })}</span>`;
}

function tick() {
  if (!board) return;
  draw(part("clock"), clock());
  drawMessages(part("tag"), part("messages"), board.notice);
  part("screen").style.translate =
    SHIFTS[Math.floor(performance.now() / SHIFT_EVERY_MS) % SHIFTS.length];
}

function link(live) {
  part("offline").hidden = live || !board;
  const since = t("display.offline_since", { time: hhmmss(board?.at) });
  draw(part("offline"), html`<b>${t("display.offline")}</b><span>${since}</span>`);
}

setInterval(tick, 1000);
watch({ venue: page.venue.id, role: "display", onSnapshot: show, onLive: link });
