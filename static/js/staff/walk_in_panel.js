// Taking in somebody who does not come with a class.
import { t } from "../page.js";
import { html } from "../render.js";
import { off } from "./parts.js";
import { isBusy } from "./view.js";

const KINDS = ["late", "retake", "held_back"];

/** Ask for the kind, the college, perhaps the class, and how many they are. */
export function walkIn({ panel }) {
  const college = panel.colleges?.find((c) => c.college_id === panel.college_id);
  const choice = (field, value, text) => html`<button class="key" data-action="choose"
    data-field="${field}" data-value="${value}"
    aria-pressed="${panel[field] === value}">${text}</button>`;
  const step = (by, text) => html`<button class="key" data-action="walk-in-heads"
    data-step="${by}" ${off(panel.heads + by < 1)}>${text}</button>`;
  return html`
    <div class="choices three">${KINDS.map((k) => choice("walk_in", k, t(`common.kind.${k}`)))}</div>
    <h3>${t("staff.college")}</h3>
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
    </div>
    <button class="key primary submit" data-action="walk-in"
      ${off(!college || isBusy("check_in_walk_in"))}>${t("staff.take_in", { n: panel.heads })}</button>`;
}
