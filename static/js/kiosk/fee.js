// How the monitor paid for the class; a method means what is due, until somebody says otherwise.
import { METHODS, noteName, NOTES, perHead, sum, yuanText } from "../shared/fee.js";
import { t } from "../shared/page.js";
import { html } from "../shared/render.js";
import { dueNow, isPaying, paid } from "./exception.js";
import { typing } from "./heads.js";
import { state } from "./state.js";

// At most 99999.99 yuan.
const SUM = /^(0|[1-9]\d{0,4})(\.\d{0,2})?$/;
const KEYS = { null: "kiosk.fee.unsaid", later: "kiosk.fee.later" };

/** Name how it was paid, that it was not yet, or that nobody has said. */
export const methodName = (name) => t(KEYS[name] ?? `common.method.${name}`);

const method = (name) => html`<button class="chip" data-action="method" data-value="${name}"
  aria-pressed="${name === state.fee.method}">${methodName(name)}</button>`;

const note = (code) => html`<button class="chip" data-action="note" data-value="${code}"
  aria-pressed="${code === state.fee.note}">${noteName(code)}</button>`;

function difference() {
  const yuan = sum(paid(state), -dueNow(state));
  const kind = yuan < 0 ? "fewer" : "more";
  return yuan !== 0 && html`<div class="difference" role="status">
    <p class="label">${t(`kiosk.fee.${kind}`, { yuan: yuanText(Math.abs(yuan)) })}</p>
    <div class="chips">${NOTES[kind].map(note)}</div>
  </div>`;
}

const step = (by, sign, key) => html`<button data-action="pay" data-value="${by}" data-hold
  aria-label="${t(key)}" ${paid(state) + by < 0 && html`disabled`}>${sign}</button>`;

const stepper = () => html`<div class="stepper">
  ${step(-perHead, "−", "kiosk.fee.minus")}
  <button class="number" data-action="type" aria-label="${t("kiosk.fee.type", { yuan: yuanText(paid(state)) })}">
    <b>${yuanText(paid(state))}</b><small>${t("kiosk.fee.unit")}</small><i>${t("kiosk.count.tap")}</i>
  </button>
  ${step(perHead, "+", "kiosk.fee.plus")}
</div>`;

const field = (name, value) => html`<input data-input="write" data-field="${name}" maxlength="80" autocomplete="off"
  value="${value}" placeholder="${t(`kiosk.fee.${name}`)}" aria-label="${t(`kiosk.fee.${name}`)}">`;

const amount = () => html`${stepper()} ${difference()}
  <div class="fields">${field("reference", state.fee.reference)} ${field("note", noteName(state.fee.note))}</div>`;

export function fee() {
  const about = { n: state.split.taken, each: yuanText(perHead), yuan: yuanText(dueNow(state)) };
  if (state.typed !== null) {
    return html`<section class="panel fee">${typing(t("kiosk.fee.unit"), SUM)}</section>`;
  }
  return html`<section class="panel fee">
    <p class="label">${t("kiosk.fee.due", about)}</p>
    <div class="chips methods" role="group">${[...METHODS, "later"].map(method)}</div>
    ${isPaying(state) ? amount() : html`<p class="empty">${t(state.fee.method ? "kiosk.fee.later_how" : "kiosk.fee.unsaid_how")}</p>`}
  </section>`;
}
