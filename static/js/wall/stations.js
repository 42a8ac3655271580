// The stations' cards, always in the order of their numbers.
import { hhmm } from "../shared/clock.js";
import { page, t } from "../shared/page.js";
import { html } from "../shared/render.js";
import { bold } from "./bold.js";
import { named } from "./fit.js";
import { few, fewOf } from "./tickets.js";

// How high a card is against the others; a station without a class is a bar.
const HEIGHTS = { calling: "minmax(0, 1.5fr)", shooting: "minmax(0, 1fr)" };
const BAR = "5.25rem";
// With more cards than this the rest stands beside the names, with still more it is left out.
const LARGE = 2;
const LOW = 3;

/** Draw stations in one or two columns: who must act is larger than who is inside already. */
export function stationCards(stations, columns = 1) {
  const each = stations.filter((_, i) => i % columns === 0);
  const rows = each.map(({ state }) => HEIGHTS[state] || BAR).join(" ");
  const taken = stations.filter(({ ticket }) => ticket).length;
  return html`<section class="stations ${taken > LARGE && "low"} ${taken > LOW && "lowest"}" style="grid-template:${rows} / repeat(${columns}, minmax(0, 1fr))"
    aria-label="${t("display.stations")}" aria-live="polite">${stations.map(station)}</section>`;
}

const station = (one) => (one.ticket ? card(one) : bar([one], t(`display.${one.state}`)));

/** Draw stations without a class as one bar. */
export function bar(stations, text) {
  const numbers = stations.map(({ station: number }) => number).join("、");
  return html`<p class="bar">${numbers && html`<b>${t("display.stations_named", { n: numbers })}</b>`}
    <span>${text}</span></p>`;
}

/** Draw the card of a station that has a class. */
export const card = (station) => {
  const calling = station.state === "calling";
  const alone = calling && few(station);
  return html`<article id="station-${station.station}" class="card ${station.state} ${alone && "few"}">
    ${mongolian(station)}
    <div class="body">
      <div class="about"><span class="chip">${chip(station)}</span>${calling ? about(station) : progress(station)}</div>
      ${alone ? [named(fewOf(station)), named(station.class, "of")] : named(station.class)}
      ${calling && html`<p class="please">${t(alone ? "display.few.others_stay" : "display.please", { n: toCome(station) })}</p>
        <i class="pulse" id="call-${station.ticket}-${station.recalls}"></i>`}
    </div>
    <div class="place"><b>${station.station}</b><span>${t("display.station")}</span></div>
    ${!calling && edge(station)}
  </article>`;
};

const mongolian = (station) =>
  page.plan.mongolian_side !== "off" && station.mongolian &&
  html`<div class="side ${page.plan.mongolian_side}">
    <span class="mongolian" lang="mn-Mong">${station.mongolian}</span></div>`;

/** Say what a station does with its class. */
export const chip = ({ state, recalls }) =>
  t(state === "shooting" ? "display.shooting" : recalls ? "display.recalled" : "display.calling");

const about = ({ ticket, college, class: name }) => html`<b class="number">${ticket}</b>
  <span class="college">${college !== name && college}</span>`;

// Of a class that is called once more, those who were shot may stay where they are.
const toCome = ({ heads, photographed }) => heads - photographed || heads;

const progress = ({ photographed, heads, ends_at }) => html`<span class="progress">
  <b>${photographed}</b> ${t("display.of_heads", { n: heads })}
  ${ends_at && html`<span class="end">${bold("display.ends", { time: hhmm(ends_at) })}</span>`}</span>`;

/** Draw how far a class is along the lower edge. */
export const edge = ({ photographed, heads }) => html`<div class="edge">
  <i style="width:${(100 * Math.min(photographed / heads, 1)).toFixed(1)}%"></i></div>`;
