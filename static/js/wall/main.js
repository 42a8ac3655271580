// The hall's wall: the newest boards, which stay with their age when the link is lost.
import { hhmmss } from "../shared/clock.js";
import { follow } from "../shared/connection.js";
import { page, part, t } from "../shared/page.js";
import { draw, html } from "../shared/render.js";
import { margin } from "../shared/screen.js";
import { announce } from "./calls.js";
import { closing } from "./closing.js";
import { dayBoard } from "./day.js";
import { clock, tally } from "./frame.js";
import { drawMessages } from "./messages.js";
import { nextList } from "./next.js";
import { open } from "./sound.js";
import { dim, say, setUp, sound } from "./speech.js";
import { drawStations } from "./stations.js";

// The whole picture moves a little now and then, so that nothing burns in.
const SHIFT_EVERY_MS = 600000;
const SHIFTS = ["0, 0", "4px, 0", "4px, 4px", "0, 4px", "-4px, 4px", "-4px, 0", "-4px, -4px", "0, -4px"];

const boards = new Map();
const lost = new Set();

const isBusy = ({ waiting, stations }) =>
  waiting.classes > 0 || stations.some(({ ticket }) => ticket);

const isDone = (shown) => shown.every((board) => board.closing && !isBusy(board));

function show(board) {
  boards.set(board.venue, board);
  const shown = [...boards.values()];
  const busy = shown.some(isBusy);
  const done = isDone(shown);
  part("connecting").hidden = true;
  part("halls").hidden = !busy;
  part("day").hidden = busy || done;
  part("closing").hidden = !done;
  part("footer").hidden = false;
  const hall = part(`hall-${board.venue}`);
  drawStations(hall.querySelector(".stations"), board.stations);
  draw(hall.querySelector(".next"), nextList(board.next));
  if (!busy) draw(part("day"), dayBoard(board.windows));
  if (done) draw(part("closing"), closing(shown));
  draw(part("tally"), tally(shown, busy, done));
  tick();
  announce(board, () => boards.get(board.venue));
}

function tick() {
  const shown = [...boards.values()];
  if (shown.length === 0) return;
  draw(part("clock"), clock());
  footer();
  const calling = shown.some((b) => b.stations.some(({ state }) => state === "calling"));
  document.body.classList.toggle("dim", dim() && !calling);
  place();
}

function place() {
  const shift = SHIFTS[Math.floor(performance.now() / SHIFT_EVERY_MS) % SHIFTS.length];
  part("screen").style.transform = `translate(${shift}) scale(${1 - margin / 50})`;
}

function footer() {
  const shown = [...boards.values()];
  const notices = [...new Set(shown.map(({ notice }) => notice).filter(Boolean))];
  drawMessages(part("tag"), part("messages"), notices, isDone(shown));
}

function link(venue, live) {
  lost[live ? "delete" : "add"](venue);
  const old = [...lost].filter((id) => boards.has(id)).map((id) => boards.get(id).at).sort();
  part("offline").hidden = old.length === 0;
  const since = t("display.offline_since", { time: hhmmss(old[0]) });
  draw(part("offline"), html`<b>${t("display.offline")}</b><span>${since}</span>`);
}

place();
document.addEventListener("caption", footer);
open();
setInterval(tick, 1000);
const test = () => say({ caption: t("display.voice.test"), keys: ["test"], stands: () => true });
for (const venue of page.halls) {
  follow({
    venue,
    role: "display",
    sound,
    onSnapshot: show,
    onLive: (live) => link(venue, live),
    on: { wall: setUp, test_sound: test },
  });
}
