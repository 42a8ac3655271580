// The day once more, from its journal: a slider, and a clock of its own at 1 to 600 times.
import { local } from "../shared/clock.js";
import { t } from "../shared/page.js";
import { html } from "../shared/render.js";
import { spanOf } from "./scale.js";

const SPEEDS = [1, 10, 60, 120, 600];

let position = null;
let since = 0;
let speed = 60;
let ends = 0;

/** Return which moment is shown, in milliseconds; null is the present. */
export function replayed() {
  if (position === null) return null;
  const gone = replay.playing ? (performance.now() - since) * speed : 0;
  return Math.min(position + gone, ends);
}

function go(to, playing) {
  position = to;
  since = performance.now();
  replay.playing = playing;
}

export const replay = { playing: false };

/** Build the actions of the controls; `day()` gives the day shown, `moved()` follows each. */
export function replayActions(day, moved) {
  const act = (change) => (_, entered) => {
    if (!day()) return;
    change(replayed(), bounds(day()), Number(entered));
    moved();
  };
  return {
    live: act(() => go(null, false)),
    play: act((at, [first, last]) => go(at === null || at >= last ? first : at, !replay.playing)),
    seek: act((at, span, wanted) => go(wanted, false)),
    speed: act((at, span, wanted) => {
      if (at !== null) go(at, replay.playing);
      speed = wanted;
    }),
  };
}

/** Find where a replay starts and ends; the end is the newest that was ever seen. */
function bounds(day) {
  const [first, last] = spanOf(day);
  ends = Math.max(ends, Math.min(Date.parse(day.at), last));
  return [first, Math.max(first, ends)];
}

/** Draw the controls. */
export function replayOf(day) {
  const [first, last] = bounds(day);
  const at = replayed() ?? last;
  if (replay.playing && at >= last) go(last, false);
  const time = local(at).toISOString().slice(11, 16);
  return html`<button class="button low" data-action="play" aria-pressed="${replay.playing}">
      ${t(replay.playing ? "staff.day.pause" : "staff.day.play")}</button>
    <input type="range" data-input="seek" min="${first}" max="${last}" step="1000"
      value="${Math.round(at)}" aria-label="${t("staff.day.moment")}" aria-valuetext="${time}">
    <output>${time}</output>
    <select class="field low" data-input="speed" aria-label="${t("staff.day.speed")}">
      ${SPEEDS.map((s) => html`<option value="${s}" ${s === speed && "selected"}>${s}×</option>`)}
    </select>
    <button class="button low" data-action="live" ${position === null && "disabled"}>
      ${t("staff.day.live")}</button>`;
}
