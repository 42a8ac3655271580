// The stations' cards, always in the order of their numbers.
import { hhmm } from "../shared/clock.js";
import { page, t } from "../shared/page.js";
import { draw, em, html } from "../shared/render.js";
import { bold } from "./bold.js";

// With more stations than this the cards are rows.
const LARGE = 2;

/** Draw the stations that are not closed. */
export function drawStations(section, stations) {
  const drawn = stations.filter(({ state }) => state !== "closed");
  section.classList.toggle("compact", drawn.length > LARGE || page.halls.length > 1);
  section.classList.toggle("pairs", drawn.length > LARGE);
  draw(section, html`${drawn.map(card)}
    ${drawn.length === 0 && html`<p class="none">${t("display.no_station")}</p>`}`);
}

const card = (station) => html`<article id="station-${station.station}" class="card ${station.state}">
  ${station.ticket ? taken(station) : free(station)}
</article>`;

const place = ({ station }) =>
  html`<div class="place"><b>${station}</b><span>${t("display.station")}</span></div>`;

const free = (station) => html`
  <div class="body">
    <h2 class="state">${t(`display.${station.state}`)}</h2>
    <p>${t(`display.${station.state}_hint`)}</p>
  </div>
  ${place(station)}`;

const taken = (station) => html`
  ${mongolian(station)}
  <div class="body">
    <div class="about">
      <span class="chip">${chip(station)}</span>
      <span class="number">${station.ticket}</span>
      ${station.kind !== "class" && html`<span class="kind">${t(`common.kind.${station.kind}`)}</span>`}
      <span class="college">${station.college !== station.class && station.college}</span>
    </div>
    <h2 class="name" style="--em:${em(station.class)}"><span>${station.class}</span></h2>
    ${station.state === "calling" ? please(station) : progress(station)}
  </div>
  ${place(station)}`;

const mongolian = (station) =>
  page.plan.mongolian_side !== "off" &&
  html`<div class="side ${page.plan.mongolian_side}">
    <span class="mongolian" lang="mn-Mong">${station.mongolian}</span></div>`;

function chip({ state, recalls }) {
  if (state === "shooting") return t("display.shooting");
  return html`<i></i>${t(recalls ? "display.recalled" : "display.calling")}`;
}

const please = (station) => html`
  <p class="please">${t("display.please", { n: station.heads })}</p>
  <i class="pulse" id="call-${station.ticket}-${station.recalls}"></i>`;

const progress = ({ photographed, heads, ends_at }) => html`<div class="progress">
  <div class="bar"><i style="width:${(100 * Math.min(photographed / heads, 1)).toFixed(1)}%"></i></div>
  <span><b>${photographed}</b> ${t("display.of_heads", { n: heads })}</span>
  ${ends_at && html`<span class="end">${bold("display.ends", { time: hhmm(ends_at) })}</span>`}
</div>`;
