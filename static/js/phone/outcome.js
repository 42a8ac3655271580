// A ticket that no longer waits: called, before the camera, done, or put aside.
import { page, t } from "../shared/page.js";
import { html } from "../shared/render.js";
import { about, card } from "./waiting.js";

/** Fill the page with the station to go to. */
export const called = (ticket, { ringing }) => html`<section class="call">
  <p>${t("phone.called")}</p>
  <div class="place"><b>${ticket.station}</b>${t("phone.station")}</div>
  <h1>${ticket.class}</h1>
  ${about(ticket)}
  ${ringing
    ? html`<button class="primary" data-action="stop">${t("phone.stop")}</button>`
    : html`<p class="bring">${t("phone.bring")}</p>`}
</section>`;

/** Draw how far the shoot is. */
export const shooting = (ticket) =>
  card(ticket, html`
    <p class="state">${t("phone.shooting")}</p>
    <div class="place"><b>${ticket.station}</b>${t("phone.station")}</div>
    <progress max="${ticket.heads}" value="${ticket.photographed}"></progress>
    <p>${t("phone.progress", { done: ticket.photographed, n: ticket.heads })}</p>`);

/** Say that it is done, who is left, and what remains to be checked in a month. */
export const finished = (ticket) => html`
  ${card(ticket, html`
    <p class="state">${t("phone.finished")}</p>
    <p>${t("phone.photographed", { n: ticket.photographed })}</p>
    ${ticket.photographed < ticket.heads &&
    html`<p>${t("phone.left", { n: ticket.heads - ticket.photographed })}</p>`}`)}
  ${page.plan.follow_up &&
  html`<section class="prepare"><h2>${t("phone.follow_up")}</h2><p>${page.plan.follow_up}</p></section>`}`;

/** Explain a ticket that was put aside or withdrawn, and what helps. */
export const message = (ticket) => html`<section class="message">
  ${ticket.number && about(ticket)}
  <h1>${t(`phone.${ticket.state}`)}</h1>
  <p>${t(`phone.${ticket.state}_hint`)}</p>
</section>`;
