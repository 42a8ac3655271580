// Who is next and when; the very first is asked to come to the door.
import { hhmm } from "../shared/clock.js";
import { t } from "../shared/page.js";
import { html } from "../shared/render.js";
import { named } from "./fit.js";
import { when, who } from "./tickets.js";

/** List the first of the queue. */
export const nextList = ([first, ...rest]) =>
  html`<ol class="next" aria-label="${t("display.next")}">${door(first)}${rest.map(row)}</ol>`;

/** List those behind the first. */
export const moreList = (rows) =>
  html`<ol class="next more" aria-label="${t("display.others")}">${rows.map(row)}</ol>`;

const door = (ticket) => html`<li class="door">
  <div class="call">${named(t("display.to_the_door"))}
    ${ticket.eta && html`<time><small>${t("display.about")}</small>${hhmm(ticket.eta)}</time>`}</div>
  <div class="who">${named(who(ticket))}<small>${ticket.ticket}</small></div>
</li>`;

const row = (ticket) => html`<li class="row">${named(who(ticket))}${when(ticket)}</li>`;
