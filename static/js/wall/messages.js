// What is said in words: a notice in large letters; in the footer what is being spoken, else the
// plan's reminders in turn, and when everybody is done, what there is to do later.
import { page, t } from "../shared/page.js";
import { em, html } from "../shared/render.js";
import { named } from "./fit.js";
import { caption } from "./speech.js";

const EACH_MS = 12000;
// A notice up to this many em stands in one line.
const LINE_EM = 21;

const turnOf = (texts) => Math.floor(performance.now() / EACH_MS) % texts.length;

/** Draw the notice whose turn it is; a long one has two lines. */
export function notice(notices) {
  const text = notices[turnOf(notices)];
  if (!text) return "";
  return html`<div class="notice ${em(text) > LINE_EM && "long"}" id="notice-${turnOf(notices)}">
    <b class="tag">${t("display.notice")}</b>${named(text)}</div>`;
}

/** Draw the footer's texts, the one whose turn it is to be seen. */
export function messages(done) {
  const spoken = caption();
  const reminders = done ? [page.plan.follow_up].filter(Boolean) : page.plan.reminders;
  const texts = spoken ? [spoken] : reminders;
  const kind = spoken ? "speaking" : "reminder";
  if (texts.length === 0) return "";
  return html`<b class="tag ${kind}" id="tag">${t(`display.${kind}`)}</b>
    <div class="messages" id="messages">${texts.map((text, i) =>
      html`<p class="${i === turnOf(texts) && "shown"} ${kind}">${named(text)}</p>`)}</div>`;
}
