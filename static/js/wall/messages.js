// The footer's text: the announcement if there is one, else the plan's reminders in turn.
import { page, t } from "../page.js";
import { draw, em, html } from "../render.js";

const EACH_MS = 12000;

/** Put the texts into the footer and show the one whose turn it is. */
export function drawMessages(tag, box, notice) {
  const texts = notice ? [notice] : page.plan.reminders;
  const turn = Math.floor(performance.now() / EACH_MS) % texts.length;
  tag.hidden = texts.length === 0;
  tag.classList.toggle("notice", Boolean(notice));
  draw(tag, t(notice ? "display.notice" : "display.reminder"));
  draw(box, html`${texts.map((text, i) => html`<p class="${i === turn && "shown"}"
    style="--em:${em(text)}">${text}</p>`)}`);
}
