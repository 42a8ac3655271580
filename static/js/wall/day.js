// The day at a glance while nobody is in the queue: a column for every college's window.
import { hhmm } from "../shared/clock.js";
import { page, t } from "../shared/page.js";
import { em, html } from "../shared/render.js";

// With more columns than this the Mongolian names have no room.
const WITH_MONGOLIAN = 10;

/** Draw every window of the day, at all venues. */
export const dayBoard = (windows) => html`${windows.map((window) =>
  column(window, page.plan.mongolian_side !== "off" && windows.length <= WITH_MONGOLIAN),
)}`;

function column(window, withMongolian) {
  const here = page.halls.includes(window.venue);
  return html`<section class="window ${window.state} ${here ? "here" : "elsewhere"} ${withMongolian ? "" : "bare"}">
    <div class="time"><b>${hhmm(window.opens)}</b>
      <span>${t("display.until", { time: hhmm(window.closes) })}</span></div>
    ${withMongolian && html`<div class="mongolian" lang="mn-Mong">${window.mongolian}</div>`}
    <div class="college"><b style="--em:${em(window.college)}">${window.college}</b>
      <span>${status(window, here)}</span></div>
  </section>`;
}

function status({ state, place }, here) {
  if (state === "past" || (here && state !== "later")) return t(`display.window.${state}`);
  return place;
}
