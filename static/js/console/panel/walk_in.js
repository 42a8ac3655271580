// Taking in somebody who does not come with a class: by name, or from where and how many.
import { t } from "../../shared/page.js";
import { html } from "../../shared/render.js";
import { off } from "../parts.js";
import { isBusy } from "../view.js";

const KINDS = ["late", "retake", "held_back"];

const className = (panel, id) =>
  panel.colleges?.flatMap(({ classes }) => classes).find((c) => c.class_id === id)?.name;

const found = (panel) => (s) => html`<button class="key" data-action="person" data-student="${s.student}"
  aria-pressed="${s.student === panel.walkIn.person?.student}">${s.name}
  <small>${className(panel, s.class_id)} ${s.number.slice(-4)}</small></button>`;

const search = (panel) => panel.listed > 0 && html`<label>${t("staff.find_student")}
    <input id="find" data-input="find" maxlength="32" autocomplete="off" placeholder="${t("staff.find_how")}"></label>
  <div class="choices people">${panel.walkIn.found?.map(found(panel))}
    ${panel.walkIn.found?.length === 0 && html`<p class="hint">${t("staff.find_nobody")}</p>`}</div>`;

const choice = (action, value, chosen, text) => html`<button class="key" data-action="${action}"
  data-${action}="${value}" aria-pressed="${value === chosen}">${text}</button>`;

const step = (heads, by, text) => html`<button class="key" data-action="walk-in-heads"
  data-step="${by}" ${off(heads + by < 1)}>${text}</button>`;

function where({ college_id, class_id, heads }, colleges, college) {
  const classes = college && html`<h3>${t("staff.class_optional")}</h3>
    <div class="choices">
      ${college.classes.map((c) => choice("class", c.class_id, class_id, c.name))}
    </div>`;
  return html`<h3>${t("staff.college")}</h3>
    <div class="choices">
      ${colleges?.map((c) => choice("college", c.college_id, college_id, c.name))}
    </div>
    ${classes}
    <div class="stepper" role="group" aria-label="${t("staff.people")}">
      ${step(heads, -1, "−1")}
      <p aria-live="polite"><b>${heads}</b><small>${t("staff.people")}</small></p>
      ${step(heads, 1, "+1")}
    </div>`;
}

/** Ask for the kind, who it is, or else the college, perhaps the class, and how many they are. */
export function walkIn({ panel }) {
  const { colleges, walkIn: now } = panel;
  const college = colleges?.find((c) => c.college_id === now.college_id);
  const kind = (name) => choice("kind", name, now.kind, t(`common.kind.${name}`));
  return html`
    <div class="choices three">${KINDS.map(kind)}</div>
    <div>${search(panel)}</div>
    <div>${!now.person && where(now, colleges, college)}</div>
    <button class="key primary submit" data-action="walk-in"
      ${off(!college || isBusy("check_in_walk_in"))}>${t("staff.take_in", { n: now.heads })}</button>`;
}
