// The day as a picture: live as the desk is pushed, or replayed at any speed.
import { get } from "../shared/api.js";
import { hallTime } from "../shared/clock.js";
import { follow, lostLink } from "../shared/connection.js";
import { dispatch } from "../shared/dispatch.js";
import { page, part } from "../shared/page.js";
import { draw, html } from "../shared/render.js";
import { calls, filterCalls } from "./calls.js";
import { paced } from "./paced.js";
import { legend, picture } from "./picture.js";
import { replay, replayActions, replayed, replayOf } from "./replay.js";
import { tables } from "./tables.js";
import { sentences } from "./words.js";

const LIVE_MS = 1000;
const REPLAY_MS = 200;
const REST_MS = Math.max(LIVE_MS, 15000 / page.rate);

let day = null;
let live = true;

const read = paced(readDay, (wanted) => {
  if (replayed() === null) return wanted ? LIVE_MS : REST_MS;
  return wanted || replay.playing ? REPLAY_MS : null;
});

async function readDay() {
  const at = replayed();
  const query = at === null ? "" : `&at=${encodeURIComponent(new Date(at).toISOString())}`;
  const { status, body } = await get(`/api/timeline?venue=${page.venue.id}${query}`);
  // Whoever left for the past or came back meanwhile waits for another answer.
  if (status === 200 && (at === null) === (replayed() === null)) {
    day = body;
    show();
  }
  return status === 200;
}

function show() {
  if (!day) return;
  const first = !part("picture").firstElementChild;
  draw(part("said"), sentences(day));
  draw(part("picture"), picture(day, part("picture").clientWidth));
  draw(part("tables"), tables(day));
  if (first) toNow();
  showRest();
}

function link(isLive) {
  live = isLive;
  showRest();
}

/** Draw what changes without a new day: the clock, the replay's controls, the filtered calls. */
function showRest() {
  draw(part("time"), html`${hallTime()}`);
  part("lost").hidden = live;
  draw(part("lost"), lostLink(day?.at));
  if (!day && !live) draw(part("said"), "");
  if (!day) return;
  const { playing } = replay;
  draw(part("replay"), replayOf(day));
  // It has ended, maybe while an earlier moment was being read: the end is shown too.
  if (playing && !replay.playing) read();
  // Once moved by hand a slider no longer follows its markup.
  const slider = part("replay").querySelector("input");
  slider.value = slider.getAttribute("value");
  draw(part("calls"), calls(day));
}

/** Bring the line of now into sight. */
function toNow() {
  const now = Number(part("picture").querySelector("svg").dataset.now);
  part("picture").scrollLeft = now - part("picture").clientWidth / 2;
}

dispatch({ filter: filterCalls, ...replayActions(() => day, read) }, { after: showRest });
addEventListener("resize", show);
draw(part("legend"), legend());
read();
setInterval(showRest, 1000);
follow({
  venue: page.venue.id,
  role: "staff",
  onSnapshot: () => replayed() === null && read(),
  onLive: link,
});
