// For those who do not come with their class: who they are, or where from and how many.
import { t } from "../shared/page.js";
import { keypad } from "../shared/keypad.js";
import { em, html } from "../shared/render.js";
import { typing } from "./heads.js";
import { collegeTiles } from "./home.js";
import { back, below, heading, hint } from "./shell.js";
import { findClass, findCollege, state } from "./state.js";

const KINDS = ["late", "held_back", "retake"];
const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];

const kind = (name) => html`<button class="tile plain" data-action="kind" data-value="${name}">
  <span class="about"><b style="--em:${em(t(`common.kind.${name}`))}">${t(`common.kind.${name}`)}</b>
  <small>${t(`kiosk.walk.${name}`)}</small></span></button>`;

export const kinds = () => html`${heading(t("kiosk.walk.title"), t("kiosk.walk.hint"))}
  <div class="tiles scroll" style="--columns:3">${KINDS.map(kind)}</div>`;
export const kindsFoot = () => html`${back()}${hint(t("kiosk.help"))}`;

const where = ({ college_id: college, class_id: id }) =>
  findClass(id)?.planned.name ?? findCollege(college)?.name;

const student = (one) => html`<button id="${one.student}" class="row" data-action="person"
  data-value="${one.student}">
  <span><b>${one.name}</b><small>${where(one)} · ${one.number.slice(-4)}</small></span>
  <span class="choose">${t("kiosk.class.choose")}<i class="chevron"></i></span></button>`;

function results() {
  const { query, found } = state.walkIn;
  if (!query) return html`<p class="empty">${t("kiosk.walk.find_how")}</p>`;
  if (found?.length) return found.map(student);
  return found && html`<p class="empty">${t("kiosk.walk.nobody")}</p>`;
}

const letter = (key) => html`<button data-action="letter" data-value="${key}">${key}</button>`;
const letters = () => html`<div class="keys letters">${LETTERS.map(letter)}
  <button class="wide" data-action="erase">${t("common.key.erase")}</button>
  <button class="wide" data-action="clear">${t("common.key.clear")}</button></div>`;

export const who = () => html`${heading(t("kiosk.walk.who"), t("kiosk.walk.find_example"))}
  <div class="find">
    <div class="list scroll">${results()} ${below("people")}</div>
    <div class="pad">
      <p class="field" role="status"><b>${state.walkIn.query}</b><i class="caret"></i></p>
      ${state.digits ? keypad() : letters()}
    </div>
  </div>`;
export const walkBack = (text = t("kiosk.back")) => html`<button class="button" data-action="walk-back">
  <i class="chevron back"></i>${text}</button>`;
export const whoFoot = () => html`${walkBack()}
  <button class="button" data-action="keys">
    ${t(state.digits ? "kiosk.walk.letters" : "kiosk.walk.digits")}</button>${hint("")}
  <button class="button" data-action="unnamed">${t("kiosk.walk.unnamed")}</button>`;

export const colleges = () => html`${heading(t("kiosk.walk.college"))} ${collegeTiles("walk-college")}`;

const ofClass = ({ class_id: id, name }) => html`<button class="row" data-action="walk-class"
  data-value="${id}"><span><b class="${em(name) > 10 && "long"}">${name}</b></span><i class="chevron"></i></button>`;

export function classes() {
  const college = findCollege(state.walkIn.college_id);
  return html`${heading(t("kiosk.walk.class"), college.name)}
    <div class="cards scroll">${college.classes.map(ofClass)}
      ${ofClass({ class_id: "", name: t("kiosk.walk.no_class") })} ${below("classes")}</div>`;
}
export const stepFoot = () => html`${walkBack()}${hint(t("kiosk.help"))}`;

const step = (by, key, sign) => html`<button data-action="step" data-value="${by}" data-hold
  aria-label="${t(key)}" ${by < 0 && state.walkIn.heads <= 1 && html`disabled`}>${sign}</button>`;

export const howMany = () => html`<section class="panel heads">
  <p class="label">${t("kiosk.walk.heads")}</p>
  ${state.typed === null ? html`<div class="stepper">${step(-1, "kiosk.count.minus", "−")}
    <button class="number" data-action="type"><b>${state.walkIn.heads}</b><small>${t("kiosk.count.unit")}</small>
      <i>${t("kiosk.count.tap")}</i></button>
    ${step(1, "kiosk.count.plus", "+")}</div>` : typing(t("kiosk.count.unit"))}
</section>`;

export function walkIn() {
  const { kind, person, college_id, class_id } = state.walkIn;
  const college = findCollege(college_id)?.name;
  const name = person?.name ?? findClass(class_id)?.planned.name ?? college;
  return html`${heading(t("kiosk.walk.confirm"), t(`common.kind.${kind}`))}
    <div class="count ${person && "alone"}" ${state.screen === "sending" && html`inert`}>
      <section class="panel about"><div>
        <h2 class="${em(name ?? "") > 9 && "long"}">${name}</h2>
        <p class="college">${person ? where(person) : college}</p>
        <p class="note">${t(`kiosk.walk.${kind}`)}</p>
      </div></section>
      ${!person && howMany()}
    </div>`;
}
export const walkInFoot = () => html`${walkBack()}${hint("")}
  <button class="button primary" data-action="confirm-walk-in">${t("kiosk.count.confirm")}</button>`;
