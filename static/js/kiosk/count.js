// Third screen: the class as it is, each part to be opened where it is not as expected.
import { hhmm } from "../shared/clock.js";
import { perHead, yuanText } from "../shared/fee.js";
import { left } from "../shared/heads.js";
import { page, t } from "../shared/page.js";
import { em, html } from "../shared/render.js";
import { dueNow, isPaying, lacksNote, paid } from "./exception.js";
import { fee, methodName } from "./fee.js";
import { heads, isNamed } from "./heads.js";
import { ready } from "./ready.js";
import { back, heading, hint, mongolian } from "./shell.js";
import { findClass, paper, state } from "./state.js";

/** What the window's state means for the class; on time there is nothing to say. */
const TURN = { past: "kiosk.turn.late", soon: "kiosk.turn.early", later: "kiosk.turn.early" };
const DETAILS = { heads, ready, fee };

const part = (name, label, value, note, good) => html`<button class="part" data-action="part"
  data-value="${name}" aria-pressed="${state.part === name}">
  <span>${t(label)}</span><b>${value}</b><small class="${good && "good"}">${note}</small></button>`;

function headsPart() {
  const { taken, total: expected } = state.split;
  const gap = taken - expected;
  const open = left(state.split);
  const key = gap === 0 ? "all" : gap > 0 ? "more" : open ? "fewer" : "noted";
  const note = t(`kiosk.count.${key}`, { expected, n: Math.abs(gap), open });
  return part("heads", "kiosk.count.present", t("kiosk.heads", { n: taken }), note, !open);
}

function readyPart() {
  const { code, dress } = state.lacking;
  const key = code || dress ? "some" : "all";
  const note = t(`kiosk.ready.note_${key}`, { code, dress });
  return part("ready", "kiosk.ready", t(`kiosk.ready.${key}`), note, key === "all");
}

/** Say who pays where the class does not: nothing is asked. */
const othersPay = () => html`<div class="part told"><span>${t("kiosk.fee")}</span>
  <b>${t(`kiosk.fee.${page.plan.payer}`)}</b>
  <small class="good">${t(`kiosk.fee.${page.plan.payer}_how`)}</small></div>`;

function feePart() {
  if (!page.plan.fee_yuan) return "";
  if (!perHead) return othersPay();
  const yuan = paid(state);
  const value = isPaying(state) ? t("kiosk.fee.value", { yuan: yuanText(yuan) }) : methodName(state.fee.method);
  const isExact = yuan === dueNow(state);
  const note = !isPaying(state)
    ? t(state.fee.method ? "kiosk.fee.note_later" : "kiosk.fee.note_unsaid")
    : [methodName(state.fee.method), isExact ? t("kiosk.fee.exact") : t("kiosk.fee.differs")].join(" · ");
  return part("fee", "kiosk.fee", value, note, isPaying(state) && isExact);
}

const queue = () => html`<p class="facts">${t("kiosk.count.queue")}
  ${t("kiosk.count.queue_value", state.queue)}</p>`;

const whose = ({ college, planned }) => html`<section class="panel about ${page.plan.mongolian_side}">
  ${!isNamed() && mongolian(college.mongolian)}
  <div>
    <h2 class="${em(planned.name) > 9 && "long"}">${planned.name}</h2>
    <p class="college">${college.name} <span>${hhmm(college.opens)}–${hhmm(college.closes)}</span></p>
    ${state.queue && queue()}
    ${TURN[college.state] && html`<p class="note">${t(TURN[college.state])}</p>`}
    <div class="parts">${headsPart()} ${readyPart()} ${feePart()}</div>
  </div>
</section>`;

export function main() {
  const chosen = findClass(state.classId);
  const about = state.part === "heads" && isNamed() ? "names" : "count";
  return html`${heading(t(`kiosk.${about}.title`), t(`kiosk.${about}.hint`))}
    <div class="count ${isNamed() && "named"}" ${state.screen === "sending" && html`inert`}>
      ${chosen && [whose(chosen), DETAILS[state.part]()]}
    </div>`;
}

/** What stands in the confirmation's way, if anything. */
function obstacle() {
  if (state.warning) return t(`kiosk.count.${state.warning}`);
  if (state.split.taken < 1) return t("kiosk.count.nobody");
  if (lacksNote(state)) return t("kiosk.fee.wants_note");
  return state.isResumed ? t("kiosk.draft.resumed") : "";
}

const afresh = () => html`<button class="button" data-action="afresh">${t("kiosk.draft.afresh")}</button>`;

const confirm = () => t(paper() === "now" ? "kiosk.count.confirm" : "kiosk.count.confirm_only");

export const foot = () => html`${back()}${state.isResumed && afresh()}${hint(obstacle())}
  <button class="button primary" data-action="confirm"
    ${(state.split.taken < 1 || lacksNote(state)) && html`disabled`}>${confirm()}</button>`;

export const sendingFoot = () => html`<p class="sending" role="status">
  <i class="spinner"></i><span><b>${t("kiosk.sending.title")}</b>${t("kiosk.sending.hint")}</span>
</p>`;
