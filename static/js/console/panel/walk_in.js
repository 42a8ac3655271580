// Taking in somebody who does not come with a class: by name, or from where and how many.
import { t } from "../../shared/page.js";
import { html } from "../../shared/render.js";
import { off } from "../parts.js";
import { isBusy } from "../view.js";

const KINDS = ["late", "retake", "held_back"];

const className = (panel, id) =>
  panel.colleges?.flatMap(({ classes }) => classes).find((c) => c.class_id === id)?.name;

const found = (panel) => (s) => html`<button class="key" data-action="person" data-student="${s.student}"
  aria-pressed="${s.student === panel.student}">${s.name}
  <small>${className(panel, s.class_id)} ${s.number.slice(-4)}</small></button>`;

const search = (panel) => panel.listed > 0 && html`<label>${t("staff.find_student")}
    <input id="find" data-find maxlength="32" autocomplete="off" placeholder="${t("staff.find_how")}"></label>
  <div class="choices people">${panel.found?.map(found(panel))}
    ${panel.found?.length === 0 && html`<p class="hint">${t("staff.find_nobody")}</p>`}</div>`;

/** Ask for the kind, who it is, or else the college, perhaps the class, and how many they are. */
export function walkIn({ panel }) {
  const college = panel.colleges?.find((c) => c.college_id === panel.college_id);
  const choice = (field, value, text) => html`<button class="key" data-action="choose"
    data-field="${field}" data-value="${value}"
    aria-pressed="${panel[field] === value}">${text}</button>`;
  const step = (by, text) => html`<button class="key" data-action="walk-in-heads"
    data-step="${by}" ${off(panel.heads + by < 1)}>${text}</button>`;
  const where = html`<h3>${t("staff.college")}</h3>
    <div class="choices">
      ${panel.colleges?.map((c) => choice("college_id", c.college_id, c.name))}
    </div>
    ${college && html`<h3>${t("staff.class_optional")}</h3>
      <div class="choices">
        ${college.classes.map((c) => choice("class_id", c.class_id, c.name))}
      </div>`}
    <div class="stepper" role="group" aria-label="${t("staff.people")}">
      ${step(-1, "−1")}
      <p aria-live="polite"><b>${panel.heads}</b><small>${t("staff.people")}</small></p>
      ${step(1, "+1")}
    </div>`;
  return html`
    <div class="choices three">${KINDS.map((k) => choice("walk_in", k, t(`common.kind.${k}`)))}</div>
    <div>${search(panel)}</div>
    <div>${!panel.student && where}</div>
    <button class="key primary submit" data-action="walk-in"
      ${off(!college || isBusy("check_in_walk_in"))}>${t("staff.take_in", { n: panel.heads })}</button>`;
}
