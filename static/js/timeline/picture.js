// The day as one picture: colleges above, stations beneath, the same time from left to right.
import { hhmm, local } from "../shared/clock.js";
import { t } from "../shared/page.js";
import { html } from "../shared/render.js";
import { scaleOf } from "./scale.js";
import { label, patterns, upright } from "./shapes.js";
import { STATION_PX, stationRow, usedStations } from "./stations.js";
import { WINDOW_PX, windowRow } from "./windows.js";

const AXIS_PX = 30;
const LABELS_PX = 118;
// So near to the line of now, a tick keeps its time to itself.
const NEAR_PX = 44;

/**
 * Draw a day for `room` pixels of width; what needs more is scrolled to. A day that was only
 * simulated is not `real` and has no line of now.
 */
export function picture(day, room, real = true) {
  const scale = scaleOf(day, room - LABELS_PX);
  const stations = usedStations(day);
  const below = AXIS_PX + day.windows.length * WINDOW_PX;
  const height = below + stations.length * STATION_PX;
  const now = Date.parse(day.at);
  const nowX = real && scale.holds(now) ? scale.x(now) : -Infinity;
  return html`<div class="labels" aria-hidden="true">
      <b style="height:${AXIS_PX}px"></b>
      ${day.windows.map((w) => html`<b style="height:${WINDOW_PX}px">${w.college}</b>`)}
      ${stations.map((s) => html`<b style="height:${STATION_PX}px">${stationName(s)}</b>`)}
    </div>
    <svg role="img" aria-label="${t("staff.day.picture")}" width="${scale.width.toFixed(0)}"
      height="${height}" data-now="${scale.x(now).toFixed(0)}">
      ${patterns}
      ${scale.ticks.map((at) => tick(scale.x(at), height, nowX, clock(at)))}
      <line class="rule" x1="0" x2="${scale.width}" y1="${below}" y2="${below}"></line>
      ${day.windows.map((w, i) => windowRow(scale, day, w, AXIS_PX + i * WINDOW_PX))}
      ${stations.map((s, i) => stationRow(scale, day, s, below + i * STATION_PX))}
      ${nowX >= 0 && nowLine(nowX, height, hhmm(day.at))}
    </svg>`;
}

const clock = (ms) => local(ms).toISOString().slice(11, 16);

const stationName = (s) =>
  html`${t("staff.day.station", { n: s.station })}
    ${s.state !== "open" && html`<i>${t(`staff.day.station_${s.state}`)}</i>`}`;

const tick = (x, height, now, time) =>
  html`${upright(x, height, "tick")}
    ${(now < x - NEAR_PX / 2 || now > x + NEAR_PX * 1.5) && label(x + 4, 19, time, "time")}`;

const nowLine = (x, height, time) => html`${upright(x, height, "now")}
  <rect class="now" x="${x - 25}" y="4" width="50" height="20" rx="10"></rect>
  ${label(x, 19, time, "now")}`;

/** The key to the picture. */
export const legend = () => html`<ul class="legend">
  ${["planned", "walk", "shot", "expected", "awaited", "late"].map(
    (kind) => html`<li><i class="${kind}"></i>${t(`staff.day.legend.${kind}`)}</li>`,
  )}
  ${[["●", "recalled"], ["✕", "missed"], ["‖", "held"]].map(
    ([sign, kind]) => html`<li><b class="${kind}">${sign}</b>${t(`staff.day.legend.${kind}`)}</li>`,
  )}
</ul>`;
