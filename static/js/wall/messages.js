// What is said in words: a notice in large letters; in the footer what is being spoken, else the
// plan's reminders in turn, and when everybody is done, what there is to do later.
import { page, t } from "../shared/page.js";
import { draw, em, html } from "../shared/render.js";
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

/** Put the texts into the footer and show the one whose turn it is. */
export function drawMessages(tag, box, done) {
  const spoken = caption();
  const reminders = done ? [page.plan.follow_up].filter(Boolean) : page.plan.reminders;
  const texts = spoken ? [spoken] : reminders;
  const kind = spoken ? "speaking" : "reminder";
  tag.hidden = texts.length === 0;
  tag.className = `tag ${kind}`;
  draw(tag, t(`display.${kind}`));
  draw(box, html`${texts.map((text, i) => html`<p class="${i === turnOf(texts) && "shown"} ${kind}"
    style="--em:${em(text)}">${text}</p>`)}`);
}
