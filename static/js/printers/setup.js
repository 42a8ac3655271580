// Setting one printer up: a test page, three questions, where it is used.
import { page, t } from "../shared/page.js";
import { html } from "../shared/render.js";
import { mm, nameOf } from "./address.js";

const QUESTIONS = ["hanzi", "edges", "code"];

/** Word a printer's choices. */
export const inWords = (choice) =>
  [
    t("staff.setup.paper", { mm: mm(choice) }),
    t(`staff.setup.encoding.${choice.encoding}`),
    t(`staff.setup.cut.${choice.cut}`),
  ].join(" · ");

const pick = (name, value, pressed, text) => html`<button class="pick" data-action="${name}"
  data-value="${value}" aria-pressed="${pressed}">${text}</button>`;

/** Draw the steps; `setup` holds what is known so far. */
export function steps(setup) {
  const { printing, outcome, changed } = setup;
  return html`<h2 id="setup-title" tabindex="-1">${t("staff.setup.setting_up", { name: nameOf(setup) })}</h2>
    <h3>${t("staff.setup.step_print")}</h3>
    <p>${changed ? t("staff.setup.changed", { how: inWords(setup.choice) }) : inWords(setup.choice)}</p>
    <button class="button" data-action="print" ${printing && "disabled"}>
      ${t(printing ? "staff.setup.printing" : "staff.setup.test")}</button>
    ${outcome && html`<p class="outcome ${outcome}" role="status">${t(`staff.setup.outcome.${outcome}`)}</p>`}
    ${cameOut(outcome) && questions(setup)}
    <button class="button quiet" data-action="cancel">${t("staff.setup.cancel")}</button>`;
}

const cameOut = (outcome) => outcome === "printed" || outcome === "unconfirmed";

function questions(setup) {
  const { answers, choice, venue } = setup;
  const ask = (name) => html`<li><span>${t(`staff.setup.ask.${name}`)}</span>
    <span class="picks">${pick(name, "yes", answers[name] === true, t("staff.setup.yes"))}
    ${pick(name, "no", false, t("staff.setup.no"))}</span></li>`;
  const venues = [["", t("staff.setup.everywhere")], ...page.venues.map((v) => [v.id, v.name])];
  return html`<h3>${t("staff.setup.step_ask")}</h3>
    <ul class="questions">
      ${QUESTIONS.map(ask)}
      <li><span>${t("staff.setup.ask.cut")}</span><span class="picks">
        ${pick("cut", "yes", choice.cut === "yes", t("staff.setup.cut.yes"))}
        ${pick("cut", "no", choice.cut === "no", t("staff.setup.cut.no"))}</span></li>
      <li><span>${t("staff.setup.where")}</span><span class="picks">
        ${venues.map(([id, name]) => pick("venue", id, (venue ?? "") === id, name))}</span></li>
    </ul>
    <button class="button" data-action="save" ${!QUESTIONS.every((q) => answers[q]) && "disabled"}>
      ${t("staff.setup.save")}</button>`;
}
