// One venue while somebody waits or is shot: its stations, and who comes next.
import { t } from "../shared/page.js";
import { html } from "../shared/render.js";
import { how } from "./how.js";
import { moreList, nextList } from "./next.js";
import { bar, edge, stationCards } from "./stations.js";

// With more stations than this only who is called has a card, and all have a tile.
const CARDS = 4;
// Cards of called classes stand in two columns from this many on.
const PAIRED = 5;
const NEXT = 5;
// The rows beside them where no station needs the room.
const MORE = 6;

const open = ({ stations }) => stations.filter(({ state }) => state !== "closed");
const many = (stations) => stations.length > CARDS;

const cards = (stations) =>
  many(stations) ? stations.filter(({ state }) => state === "calling") : stations;

const isWide = (stations) => !cards(stations).some(({ ticket }) => ticket);

const isPaired = (shown) => shown.length >= PAIRED;

/** Return how many of the queue the hall itself has room for; with a notice, for one less. */
export function shownIn(board) {
  const next = board.notice ? NEXT - 1 : NEXT;
  return isWide(open(board)) ? next + MORE : next;
}

/** Draw the hall. */
export function hall(board) {
  const stations = open(board);
  const queue = [...board.next, ...board.others].slice(0, shownIn(board));
  const shown = cards(stations);
  return html`<div class="hall ${isWide(stations) && "wide"} ${isPaired(shown) && "paired"} ${board.notice && "brief"}">
    ${isWide(stations) ? wide(stations, queue) : [stationCards(shown, isPaired(shown) ? 2 : 1), next(queue)]}
  </div>
  ${many(stations) && html`<ul class="tiles" aria-label="${t("display.stations")}">${stations.map(tile)}</ul>`}`;
}

const next = (queue) =>
  queue.length ? nextList(queue) : html`<section class="quiet">
    <p class="nobody">${t("display.nobody")}</p>${how()}</section>`;

const wide = (stations, queue) => html`${readiness(stations)}${next(queue.slice(0, NEXT))}
  ${queue.length > NEXT && moreList(queue.slice(NEXT))}`;

function readiness(stations) {
  if (many(stations)) return "";
  const idle = stations.filter(({ state }) => state === "idle");
  if (idle.length) return bar(idle, t("display.ready"));
  return bar(stations, t(stations.length ? "display.paused" : "display.no_station"));
}

const tile = (station) => html`<li id="tile-${station.station}" class="tile ${station.state}">
  <b>${station.station}</b>
  ${station.ticket && html`<span>${station.ticket}</span>`}
  ${station.state === "shooting" && edge(station)}</li>`;
