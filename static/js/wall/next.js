// Who is next, when, and by which rule where that may surprise.
import { hhmm } from "../shared/clock.js";
import { t } from "../shared/page.js";
import { em, html } from "../shared/render.js";

const PLAIN = ["on_time", "checked_in", "planned", "walk_in"];

/** List the first of the queue; the very first is asked to come to the door. */
export const nextList = (rows) => html`
  <h2><b>${t("display.next")}</b><span>${t("display.eta")}</span></h2>
  <ol>${rows.map(row)}</ol>
  ${rows.length === 0 && html`<p class="nobody">${t("display.nobody")}</p>`}`;

const row = (ticket, i) => html`<li>
  <span class="number">${ticket.ticket}</span>
  <div>
    <b class="name" style="--em:${em(ticket.class)}">${ticket.class}</b>
    <small>${i === 0 ? t("display.to_the_door") : t("display.heads", { n: ticket.heads })} ·
      ${ticket.college}</small>
  </div>
  <div class="when"><time>${hhmm(ticket.eta)}</time>${reason(ticket)}</div>
</li>`;

function reason({ kind, why, priority }) {
  if (kind !== "class") return html`<small>${t(`common.kind.${kind}`)}</small>`;
  return !PLAIN.includes(why) && html`<small>${t(`common.why.${why}`, { reason: priority })}</small>`;
}
