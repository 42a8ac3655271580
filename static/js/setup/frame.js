// The frame of every step: the rail of steps, the head, the foot with the way on.
import { page, t } from "../shared/page.js";
import { html } from "../shared/render.js";
import { savedWords } from "./saving.js";
import { state } from "./state.js";

export const STEPS = [1, 2, 3, 4, 5, 6, 7, 8];

const name = (step) => t(`setup.step.${step}`);
const openAt = (step) => state.draft.open.filter((each) => each.step === step);
const countOf = (open) => open.reduce((sum, { n }) => sum + Number(n), 0);

function row(step) {
  const open = openAt(step);
  const kind = step === state.step ? "on" : open.length ? "part" : "";
  return html`<li><a class="${kind}" href="#${step}" ${step === state.step && html`aria-current="step"`}>
    <i>${open.length && step !== state.step ? "!" : step}</i><span>${name(step)}</span>
    <em>${open.length > 0 && t("setup.open_n", { n: countOf(open) })}</em></a></li>`;
}

export function rail() {
  const { institution, title } = state.draft.said;
  return html`<div class="whose"><h2>${institution || t("setup.no_school")}</h2><p>${title}</p></div>
    <button class="fold" data-action="steps" aria-expanded="${state.steps}">
      <b>${state.step} / ${STEPS.length} ${name(state.step)}</b><span>${t("setup.steps")} ▾</span></button>
    <ol class="${state.steps && "shown"}">${STEPS.map(row)}</ol>
    <div class="saved" role="status"><p>${savedWords()}</p>
      <a class="button quiet low" href="/">${t("setup.later")}</a></div>`;
}

export function head() {
  return html`${page.drill && html`<p class="drilling"><span>${t("setup.drilling")}</span>
      <button class="button low" data-action="end_drill">${t("setup.end_drill")}</button></p>`}
    <h1>${t(`setup.head.${state.step}`)}</h1><p>${t(`setup.lead.${state.step}`)}</p>
    ${state.note && html`<p class="note ${state.note.kind}" role="status">${state.note.words}</p>`}`;
}

export function foot() {
  const open = openAt(state.step);
  const next = state.step + 1;
  return html`${state.step > 1 && html`<a class="button quiet" href="#${state.step - 1}">${t("setup.back")}</a>`}
    <p>${open.map(({ text }) => text).join("；")}</p>
    ${next <= STEPS.length && html`<a class="button" href="#${next}">${t("setup.next", { step: name(next) })}</a>`}`;
}
