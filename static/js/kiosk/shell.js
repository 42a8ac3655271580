// What surrounds every screen of the kiosk: title, steps, languages, the way back.
import { hallDay } from "../shared/clock.js";
import { page, spoken, t } from "../shared/page.js";
import { html } from "../shared/render.js";
import { isWrongDay, paper, state } from "./state.js";

const STEP = {
  home: 1, walk: 1, classes: 2, find: 2, who: 2, walk_college: 2, walk_class: 2,
  count: 3, walk_in: 3, rejoin: 3, not_yet: 3, sending: 3, already: 3, problem: 3,
  done: 4, withdraw: 4, withdrawn: 4,
};

export const tick = html`<svg class="tick" viewBox="0 0 24 24" aria-hidden="true">
  <path d="M5 13l5 5 9-11" />
</svg>`;

function step(number) {
  const now = STEP[state.screen];
  const kind = number < now ? "passed" : number === now ? "current" : "";
  return html`<li class="${kind}" ${kind === "current" && html`aria-current="step"`}>
    <i>${kind === "passed" ? tick : number}</i><span>${t(`kiosk.step.${number}`)}</span>
  </li>`;
}

const language = (code) => html`<button
  data-action="language"
  data-value="${code}"
  lang="${code}"
  aria-pressed="${code === spoken()}"
  class="${code.startsWith("mn") && "mongolian"}"
>
  ${page.catalogues[code]["kiosk.language"]}
</button>`;

export const head = () => html`<div class="title">
    <b>${t("kiosk.title")}</b>
    <small>${page.plan.institution} ${page.venue.name}</small>
  </div>
  <ol class="steps">
    ${[1, 2, 3].map(step)}
  </ol>
  <div class="languages" role="group" aria-label="${t("kiosk.languages")}">
    ${page.languages.map(language)}
  </div>`;

/** Say that today is none of the plan's days; whatever is to be done, staff do at the console. */
export const wrongDay = () =>
  isWrongDay() && t("kiosk.wrong_day", { today: hallDay(), planned: state.roll.day });

/** A screen's heading; the focus goes here when the screen changes. */
export const heading = (text, hint = "") =>
  html`<h1 tabindex="-1">${text}<small>${hint}</small></h1>`;

export const back = () =>
  html`<button class="button" data-action="back"><i class="chevron back"></i>${t("kiosk.back")}</button>`;

export const findButton = () =>
  html`<button class="button" data-action="find">${t("kiosk.find")}</button>`;

export const hint = (text) => html`<span class="hint">${text}</span>`;

/** Say who helps, with what is missing from the list or with a slip. */
export const help = () => hint(t(paper() === "none" ? "kiosk.classes.help_none" : "kiosk.classes.help"));

// What a list's items are, by what they are called in its cue.
const ITEMS = {
  classes: ".row, .cell", colleges: ".tile", names: "button", people: ".row",
};

/** End a list with the cue that more of it lies below; see fold.js. */
export const below = (what) => html`<p class="below" data-what="${what}" data-of="${ITEMS[what]}"
  aria-hidden="true"><span></span></p>`;

export const fact = (label, value) => html`<div>${label}<b>${value}</b></div>`;

/** The way home from a last page, with the seconds after which it goes by itself. */
export const homeButton = (key) => html`<button class="button primary" data-action="home">
  ${t(key)}<span class="seconds" aria-hidden="true">${state.left}</span>
</button>`;

/** Mongolian stands beside Chinese where the plan puts it. */
export const mongolian = (text) =>
  text &&
  page.plan.mongolian_side !== "off" &&
  html`<span class="mongolian" lang="mn-Mong">${text}</span>`;
