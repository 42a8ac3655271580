// Who is there: names to tap, or where there is no roster a count.
import { left, room } from "../shared/heads.js";
import { reasonOf, underName } from "../shared/names.js";
import { t } from "../shared/page.js";
import { reasonName } from "../shared/reasons.js";
import { em, html } from "../shared/render.js";
import { keypad } from "../shared/keypad.js";
import { absences } from "./exception.js";
import { below } from "./shell.js";
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
    − ${t("kiosk.names.fewer_others")}</button>`;
  return html`${n > 0 && less}<button id="others" data-action="step" data-value="1">
    ＋ ${t("kiosk.names.others")} <b>${n > 0 && n}</b></button>`;
};

const reasonChip = (reason) => html`<button class="chip" data-action="why" data-value="${reason}"
  aria-pressed="${reason === reasonOf(state.split, state.selected)}" ${!state.selected && html`disabled`}>
  ${reasonName(reason)}</button>`;

/** Say whose reason the chips are. */
function whose() {
  const one = state.students.find(({ student }) => student === state.selected);
  return one ? t("kiosk.names.whose", { name: one.name }) : t("kiosk.names.whose_none");
}

const named = () => html`<section class="panel names">
  <div class="people scroll">${state.students.map(tile)} ${below("names")}</div>
  <div class="why">
    <p class="label" id="whose" role="status">${whose()}</p>
    <div class="chips" role="group" aria-labelledby="whose">${absences.map(reasonChip)}</div>
    <div class="beside">${others()}</div>
  </div>
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

const COUNT = /^[1-9]\d{0,2}$/;

/** Draw the keys for a number that matches a pattern at every digit: a count, unless said otherwise. */
export const typing = (unit, pattern = COUNT) => html`<div class="typing">
  ${keypad((key) => pattern.test(state.typed + key), { point: pattern !== COUNT })}
  <p class="field" tabindex="-1">
    <b>${state.typed}</b><i class="caret"></i><small>${unit}</small>
  </p>
  <button class="button" data-action="typed">${t("kiosk.count.typed")}</button>
</div>`;

const counted = (reason) => html`<button class="chip" data-action="count-why" data-value="${reason}"
  aria-pressed="${state.split.reasons[reason] > 0}">
  ${reasonName(reason)}<b>${state.split.reasons[reason] || ""}</b></button>`;

const unnamed = () => html`<section class="panel heads">
  ${state.typed === null ? stepper() : typing(t("kiosk.count.unit"))}
  ${state.split.taken < state.split.total && state.typed === null && html`<div>
    <p class="label">${t("kiosk.count.why", { n: left(state.split) })}</p>
    <div class="chips">${absences.map(counted)}</div></div>`}
</section>`;

/** Names are on no screen but this one. */
export const isNamed = () => state.screen === "count" && state.students?.length > 0;

export function heads() {
  if (state.students === null) {
    return html`<section class="panel heads"><p class="empty">${t("kiosk.names.loading")}</p></section>`;
  }
  return isNamed() ? named() : unnamed();
}
