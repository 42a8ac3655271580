// The hall's wall: the newest boards, which stay with their age when the link is lost.
import { hhmmss } from "../shared/clock.js";
import { follow } from "../shared/connection.js";
import { page, part, t } from "../shared/page.js";
import { draw, html } from "../shared/render.js";
import { screen } from "../shared/screen.js";
import { announce } from "./calls.js";
import { fitNames } from "./fit.js";
import { clock, drawMarks } from "./frame.js";
import { messages } from "./messages.js";
import { open } from "./sound.js";
import { dim, say, setUp, sound } from "./speech.js";
import { isDone, view } from "./view.js";

// The whole picture moves a little now and then, so that nothing burns in.
const SHIFT_EVERY_MS = 600000;
const SHIFTS = ["0, 0", "4px, 0", "4px, 4px", "0, 4px", "-4px, 4px", "-4px, 0", "-4px, -4px", "0, -4px"];

const boards = new Map();
const lost = new Set();
const drawn = new Map();

const shown = () => page.halls.filter((id) => boards.has(id)).map((id) => boards.get(id));

function show(board) {
  boards.set(board.venue, board);
  part("footer").hidden = false;
  tick();
  announce(board, () => boards.get(board.venue));
}

function tick() {
  place();
  if (shown().length === 0) return;
  draw(part("clock"), clock());
  picture();
  const calling = shown().some((b) => b.stations.some(({ state }) => state === "calling"));
  document.body.classList.toggle("dim", dim() && !calling);
}

// What did not change is left alone: its names are fitted already, and nobody is read it again.
function picture() {
  const wanted = { ...view(shown()), said: messages(isDone(shown())) };
  const changed = Object.entries(wanted).filter(([id, content]) => drawn.get(id) !== `${content}`);
  for (const [id, content] of changed) {
    drawn.set(id, `${content}`);
    draw(part(id), content);
    part(id).hidden = `${content}`.trim() === "";
  }
  if (changed.length) fitNames(part("screen"));
}

function place() {
  const shift = SHIFTS[Math.floor(performance.now() / SHIFT_EVERY_MS) % SHIFTS.length];
  // Chinese Chromes of old have no unit under 12 px: on a small screen the picture comes out too wide.
  const fits = Math.min(innerWidth / part("screen").offsetWidth, 1);
  part("screen").style.transform = `translate(${shift}) scale(${fits * (1 - screen.margin / 50)})`;
}

// So that staff see which screen they are setting, and whether its edges are cut off.
function mark() {
  place();
  drawMarks(part("marks"));
}

function link(venue, live) {
  lost[live ? "delete" : "add"](venue);
  if (boards.size === 0) {
    const said = t(live ? "display.connecting" : "display.no_link");
    return draw(part("main"), html`<p class="connecting" role="status">${said}</p>`);
  }
  const old = [...lost].filter((id) => boards.has(id)).map((id) => boards.get(id).at).sort();
  part("offline").hidden = old.length === 0;
  const since = t("display.offline_since", { time: hhmmss(old[0]) });
  draw(part("offline"), html`<b>${t("display.offline")}</b><span>${since}</span>`);
}

place();
document.addEventListener("caption", tick);
addEventListener("resize", () => fitNames(part("screen")));
document.fonts.ready.then(() => fitNames(part("screen")));
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
    on: { wall: setUp, test_sound: test, screen: mark },
  });
}
