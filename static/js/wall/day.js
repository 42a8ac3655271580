// The day at a glance while nobody is in the queue: who may come when, and how to check in.
import { hallDay, hhmm, local } from "../shared/clock.js";
import { page, spoken, t } from "../shared/page.js";
import { html } from "../shared/render.js";
import { named } from "./fit.js";
import { how } from "./how.js";
import { pagesOf, turnOf } from "./turns.js";

// With more windows than this the Mongolian names have no room.
const COLUMNS = 10;
const ROWS = 12;
const ELSEWHERE = 6;
// So many classes of a college are named.
const NAMED = 2;

const isHere = ({ venue }) => page.halls.includes(venue);

/** Draw the day's windows at all venues. */
export function dayBoard(windows) {
  const columns = page.plan.has_mongolian && page.plan.mongolian_side !== "off" && windows.length <= COLUMNS;
  const several = page.halls.length > 1 && "several";
  return html`<div class="day ${columns ? "columns" : "rows"} ${several}">
    ${columns ? html`<div class="plan">${windows.map(column)}</div>` : rows(windows)}${how()}</div>`;
}

/** Name who may come in a window. */
export function comers({ make_up, college, classes }) {
  if (make_up) return t("display.window.make_up");
  if (classes.length > NAMED) return t("display.window.classes", { name: classes[0], n: classes.length });
  return classes.join("、") || college;
}

const column = (window) => html`<section class="window ${window.state} ${isHere(window) && "here"}">
  <p class="time"><b>${hhmm(window.opens)}</b><span>${t("display.until", { time: hhmm(window.closes) })}</span></p>
  <div class="mongolian" lang="mn-Mong">${window.mongolian}</div>
  ${named(comers(window))}<p class="where">${status(window)}</p></section>`;

function status(window) {
  const told = window.state === "past" || (isHere(window) && window.state !== "later");
  return told ? t(`display.window.${window.state}`) : window.place;
}

function rows(windows) {
  const here = windows.filter(isHere);
  const left = here.filter(({ state }) => state !== "past");
  const pages = pagesOf(left, ROWS);
  const shown = pages[turnOf(pages.length)] || [];
  const past = here.length - left.length;
  return html`<div class="plan">
    <h2>${heading(windows)} <span>${past > 0 && t("display.day.past", { n: past })}</span>
      <span>${pages.length > 1 && `${turnOf(pages.length) + 1} / ${pages.length}`}</span></h2>
    <ol style="--rows:${Math.max(4, Math.ceil(shown.length / 2))}">${shown.map(row)}</ol>
    ${shown.length === 0 && html`<p class="nobody">${t("display.day.over")}</p>`}
    ${elsewhere(windows)}</div>`;
}

function heading([window]) {
  if (!window) return t("display.day.none");
  const day = window.opens.slice(0, 10);
  const written = local(Date.parse(window.opens)).toLocaleDateString(spoken(), {
    timeZone: "UTC", month: "long", day: "numeric", weekday: "long",
  });
  return day === hallDay() ? t("display.day.today") : written;
}

const row = (window) => html`<li class="window ${window.state} here">
  <p class="time"><b>${hhmm(window.opens)}</b><span>${note(window)}</span></p>
  <div>${window.classes.length > 0 && html`<small>${window.college}</small>`}${named(comers(window))}</div></li>`;

// Where the screen is of several venues, which one counts for more than until when.
function note({ state, place, closes }) {
  if (page.halls.length > 1) return place;
  return state === "now" ? t("display.window.now") : t("display.until", { time: hhmm(closes) });
}

function elsewhere(windows) {
  const far = windows.filter((window) => !isHere(window) && window.state !== "past");
  const places = [...new Set(far.map(({ place }) => place))];
  const pages = [].concat(...places.map((place) => pagesOf(far.filter((w) => w.place === place), ELSEWHERE)));
  if (pages.length === 0) return "";
  const shown = pages[turnOf(pages.length)];
  return html`<div class="elsewhere"><b>${shown[0].place}</b>
    <ul>${shown.map((window) => html`<li><b>${hhmm(window.opens)}</b>${named(comers(window))}</li>`)}</ul></div>`;
}
