// How the wall names who waits, and says when and by which rule where that may surprise.
import { hhmm } from "../shared/clock.js";
import { t } from "../shared/page.js";
import { html } from "../shared/render.js";

const PLAIN = ["on_time", "checked_in", "planned", "walk_in"];

/** Return whether a ticket is of a few students, not of their class. */
export const few = ({ kind }) => kind !== "class";

/** Say how few they are: their whole class shall not get up. */
export const fewOf = ({ kind, heads }) => t(`display.few.${kind}`, { n: heads });

/** Name a ticket's class, and of a walk-in that only a few of it are meant. */
export const who = (ticket) => (few(ticket) ? `${ticket.class} ${fewOf(ticket)}` : ticket.class);

/** Draw when a ticket will be called, with its number and what may surprise. */
export const when = (ticket) => html`<span class="when"><time>${hhmm(ticket.eta)}</time>
  <small>${[ticket.ticket, reason(ticket)].filter(Boolean).join(" ")}</small></span>`;

const reason = ({ why, priority }) =>
  why && !PLAIN.includes(why) && t(`common.why.${why}`, { reason: priority });
