// The footer's text: what is being spoken, else announcements, else the plan's reminders in turn,
// and when everybody is done, what there is to do later.
import { page, t } from "../shared/page.js";
import { draw, em, html } from "../shared/render.js";
import { caption } from "./speech.js";

const EACH_MS = 12000;

/** Put the texts into the footer and show the one whose turn it is. */
export function drawMessages(tag, box, notices, done) {
  const spoken = caption();
  const reminders = done ? [page.plan.follow_up].filter(Boolean) : page.plan.reminders;
  const texts = spoken ? [spoken] : notices.length ? notices : reminders;
  const kind = spoken ? "speaking" : notices.length ? "notice" : "reminder";
  const turn = Math.floor(performance.now() / EACH_MS) % texts.length;
  tag.hidden = texts.length === 0;
  tag.className = `tag ${kind}`;
  draw(tag, t(`display.${kind}`));
  draw(box, html`${texts.map((text, i) => html`<p class="${i === turn && "shown"} ${kind}"
    style="--em:${em(text)}">${text}</p>`)}`);
}
