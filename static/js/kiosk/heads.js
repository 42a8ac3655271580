// Who is there: names to tap, or where there is no roster a count.
import { left, room } from "../shared/heads.js";
import { reasonOf, underName } from "../shared/names.js";
import { t } from "../shared/page.js";
import { reasonName, reasons } from "../shared/reasons.js";
import { em, html } from "../shared/render.js";
import { keypad } from "../shared/keypad.js";
import { state } from "./state.js";

const tile = (one) => {
  const { student, name } = one;
  const reason = reasonOf(state.split, student);
  return html`<button id="${student}" data-action="name" data-value="${student}"
    class="${reason && "gone"} ${em(name) > 8 ? "longest" : em(name) > 3 && "long"}" aria-pressed="${Boolean(reason)}">
    <b>${name}</b><small>${underName(state.split, one)}</small>
  </button>`;
};

/** Whoever came and stands on no list; one tap adds one. */
const others = () => {
  const { taken, students, total } = state.split;
  const n = taken + students.length - total;
  const less = html`<button id="fewer-others" data-action="step" data-value="-1">
    <b>−</b><small>${t("kiosk.names.fewer_others")}</small></button>`;
  return html`<button id="others" data-action="step" data-value="1" class="${n > 0 && "more"}">
    <b>＋${n || ""}</b><small>${t("kiosk.names.others")}</small></button>${n > 0 && less}`;
};

const reasonChip = (reason) => html`<button class="chip" data-action="why" data-value="${reason}"
  aria-pressed="${reason === (reasonOf(state.split, state.selected) ?? state.reason)}">
  ${reasonName(reason)}</button>`;

const named = () => html`<section class="panel names">
  <div class="people scroll">${state.students.map(tile)} ${others()}</div>
  <div class="chips" role="group" aria-label="${t("kiosk.names.why")}">${reasons.map(reasonChip)}</div>
</section>`;

const stepBy = (step, key, sign, end) => html`<button
  data-action="step"
  data-value="${step}"
  data-hold
  aria-label="${t(key)}"
  ${state.split.taken === end && html`disabled`}
>
  ${sign}
</button>`;

const stepper = () => html`<div class="stepper">
  ${stepBy(-1, "kiosk.count.minus", "−", state.split.least)}
  <button class="number" data-action="type" aria-label="${t("kiosk.count.type", { n: state.split.taken })}">
    <b>${state.split.taken}</b><small>${t("kiosk.count.unit")}</small><i>${t("kiosk.count.tap")}</i>
  </button>
  ${stepBy(1, "kiosk.count.plus", "+", room(state.split))}
</div>`;

/** A count has no leading nought and at most three digits, a sum of yuan five. */
const allowed = (most) => (digit) =>
  state.typed.length < most && (state.typed !== "" || digit !== "0");

export const typing = (unit, most) => html`<div class="typing">
  ${keypad(allowed(most))}
  <p class="field" tabindex="-1">
    <b>${state.typed}</b><i class="caret"></i><small>${unit}</small>
  </p>
  <button class="button" data-action="typed">${t("kiosk.count.typed")}</button>
</div>`;

const counted = (reason) => html`<button class="chip" data-action="count-why" data-value="${reason}"
  aria-pressed="${state.split.reasons[reason] > 0}">
  ${reasonName(reason)}<b>${state.split.reasons[reason] || ""}</b></button>`;

const unnamed = () => html`<section class="panel heads">
  ${state.typed === null ? stepper() : typing(t("kiosk.count.unit"), 3)}
  ${state.split.taken < state.split.total && state.typed === null && html`<div>
    <p class="label">${t("kiosk.count.why", { n: left(state.split) })}</p>
    <div class="chips">${reasons.map(counted)}</div></div>`}
</section>`;

/** Names are on no screen but this one. */
export const isNamed = () => state.screen === "count" && state.students?.length > 0;

export function heads() {
  if (state.students === null) {
    return html`<section class="panel heads"><p class="empty">${t("kiosk.names.loading")}</p></section>`;
  }
  return isNamed() ? named() : unnamed();
}
