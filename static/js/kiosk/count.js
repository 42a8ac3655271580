// Third screen: how many have come; while it is sent, the same with a note instead of buttons.
import { hhmm } from "../clock.js";
import { page, t } from "../page.js";
import { em, html } from "../render.js";
import { keypad } from "../keypad.js";
import { back, heading, mongolian } from "./shell.js";
import { findClass, state } from "./state.js";

export const FEWEST = 1;
export const MOST = 999;

/** What the window's state means for the class; on time there is nothing to say. */
const TURN = { past: "kiosk.turn.late", soon: "kiosk.turn.early", later: "kiosk.turn.early" };

const fact = (key, value) => html`<dt>${t(key)}</dt>
  <dd>${value}</dd>`;

const about = ({ college, planned }) => html`<section class="panel about ${page.plan.mongolian_side}">
  ${mongolian(college.mongolian)}
  <div>
    <h2 class="${em(planned.name) > 9 && "long"}">${planned.name}</h2>
    <p class="college">${college.name}</p>
    ${TURN[college.state] && html`<p class="note">${t(TURN[college.state])}</p>`}
    <dl>
      ${fact("kiosk.count.window", `${hhmm(college.opens)}–${hhmm(college.closes)}`)}
      ${fact("kiosk.count.place", page.venue.room)}
      ${fact("kiosk.count.queue", state.queue ? t("kiosk.count.queue_value", state.queue) : "—")}
    </dl>
  </div>
</section>`;

function note(expected) {
  const gap = state.present - expected;
  if (gap === 0) return html`<p class="note good">${t("kiosk.count.all", { expected })}</p>`;
  const key = gap < 0 ? "kiosk.count.fewer" : "kiosk.count.more";
  return html`<p class="note">${t(key, { expected, n: Math.abs(gap) })}</p>`;
}

const stepBy = (step, key, sign, end) => html`<button
  data-action="step"
  data-value="${step}"
  data-hold
  aria-label="${t(key)}"
  ${state.present === end && html`disabled`}
>
  ${sign}
</button>`;

const stepper = () => html`<div class="stepper">
  ${stepBy(-1, "kiosk.count.minus", "−", FEWEST)}
  <button class="number" data-action="type" aria-label="${t("kiosk.count.type", { n: state.present })}">
    <b>${state.present}</b><small>${t("kiosk.count.unit")}</small><i>${t("kiosk.count.tap")}</i>
  </button>
  ${stepBy(1, "kiosk.count.plus", "+", MOST)}
</div>`;

/** A count has no leading nought and at most three digits. */
const allowed = (digit) => state.typed.length < 3 && (state.typed !== "" || digit !== "0");

const typing = () => html`<div class="typing">
  ${keypad(allowed)}
  <p class="field" tabindex="-1">
    <b>${state.typed}</b><i class="caret"></i><small>${t("kiosk.count.unit")}</small>
  </p>
  <button class="button" data-action="typed">${t("kiosk.count.typed")}</button>
</div>`;

const heads = ({ planned }) => html`<section class="panel heads">
  <p class="label">${t("kiosk.count.present")}</p>
  ${state.typed === null ? stepper() : typing()}
  <div role="status">${note(planned.expected)}</div>
</section>`;

export function main() {
  const chosen = findClass(state.classId);
  return html`${heading(t("kiosk.count.title"), t("kiosk.count.hint"))}
    <div class="count" ${state.screen === "sending" && html`inert`}>
      ${chosen && [about(chosen), heads(chosen)]}
    </div>`;
}

export const foot = () => html`${back()}<span class="hint"></span>
  <button class="button primary" data-action="confirm">${t("kiosk.count.confirm")}</button>`;

export const sendingFoot = () => html`<p class="sending" role="status">
  <i class="spinner"></i><span><b>${t("kiosk.sending.title")}</b>${t("kiosk.sending.hint")}</span>
</p>`;
