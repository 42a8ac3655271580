// Several venues on one screen: a row for each station that has a class, and beside them who is next.
import { page, t } from "../shared/page.js";
import { html } from "../shared/render.js";
import { named } from "./fit.js";
import { chip } from "./stations.js";
import { few, fewOf, when, who } from "./tickets.js";
import { turnOf } from "./turns.js";

// More rows than this are shown by turns, but who is called always.
const ROWS = 8;
// Of one venue; who is shot beyond them is inside already.
const OF_ONE = 4;
const HEIGHTS = { calling: 1.5, shooting: 0.85 };
const QUIET = 0.75;
// With more rows than this only who is called has a second line.
const DENSE = 7;

const calling = ({ state }) => state === "calling";

/** Return the stations of a board that have a row: those with a class, the called ones first. */
function rowsOf({ stations }) {
  const taken = stations.filter(({ ticket }) => ticket);
  const first = [...taken.filter(calling), ...taken.filter((one) => !calling(one))].slice(0, OF_ONE);
  return first.sort((a, b) => a.station - b.station);
}

const sizeOf = (board) => Math.max(rowsOf(board).length, 1);

const rowCount = (boards) => boards.reduce((sum, board) => sum + sizeOf(board), 0);

/** Return how many of a venue's queue stand in its rows. */
export const shownInRoom = sizeOf;

/** Part the venues into screens of at most so many rows; those that call are on each of them. */
export function screensOf(boards) {
  const fits = (some) => rowCount(some) <= ROWS;
  if (fits(boards)) return [boards];
  const called = boards.filter(({ stations }) => stations.some(calling));
  const others = boards.filter((one) => !called.includes(one));
  const roomy = others.length > 0 && others.every((one) => fits([...called, one]));
  const always = roomy ? called : [];
  const screens = [];
  for (const board of boards.filter((one) => !always.includes(one))) {
    const last = screens[screens.length - 1];
    if (last && fits([...always, ...last, board])) last.push(board);
    else screens.push([board]);
  }
  return screens.map((some) => boards.filter((one) => always.includes(one) || some.includes(one)));
}

/** Draw the venues whose turn it is. */
export function rooms(boards) {
  const screens = screensOf(boards);
  const shown = screens[turnOf(screens.length)];
  const rows = rowCount(shown);
  const numbered = boards.some((board) => rowsOf(board).some(({ station }) => station > 1));
  return html`<div class="rooms ${numbered && "numbered"} ${rows > DENSE && "dense"}"
    style="grid-template-rows:auto ${shown.map(heightOf).map(share).join(" ")}">
    <p class="heads"><span>${t("display.now")}</span><b>${t("display.rooms.next")}</b></p>
    ${shown.map(room)}</div>`;
}

const heightOf = (board) =>
  Math.max(QUIET, rowsOf(board).reduce((sum, { state }) => sum + HEIGHTS[state], 0));

const share = (height) => `minmax(0, ${height.toFixed(2)}fr)`;

const room = (board) => html`<section class="room" id="hall-${board.venue}">
  <h2>${named(page.venues.find(({ id }) => id === board.venue).name)}</h2>
  <div class="now" style="grid-template-rows:${rowsOf(board).map(({ state }) => share(HEIGHTS[state])).join(" ")}">
    ${rowsOf(board).map(row)} ${rowsOf(board).length === 0 && quiet(board)}</div>
  <ol>${board.next.slice(0, sizeOf(board)).map((ticket) => html`<li>${named(who(ticket))}${when(ticket)}</li>`)}</ol>
</section>`;

function row(station) {
  const alone = calling(station) && few(station);
  return html`<article class="line ${station.state} ${alone && "few"}">
    <b class="number">${station.station}</b>
    <p class="state">${chip(station)} <small>${about(station)}</small></p>
    ${named(alone ? `${fewOf(station)} ${station.class}` : station.class)}</article>`;
}

const about = ({ state, ticket, photographed, heads }) =>
  state === "calling" ? ticket : `${photographed} ${t("display.of_heads", { n: heads })}`;

function quiet({ stations, waiting }) {
  const idle = stations.some(({ state }) => state === "idle");
  const paused = stations.some(({ state }) => state === "paused");
  const key = idle ? (waiting.classes ? "ready" : "idle") : paused ? "paused" : "no_station";
  return html`<p class="idle">${t(`display.${key}`)}</p>`;
}
