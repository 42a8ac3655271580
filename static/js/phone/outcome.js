// A ticket that no longer waits: called, before the camera, done, or put aside.
import { page, t } from "../shared/page.js";
import { html } from "../shared/render.js";
import { about, card, prepare } from "./waiting.js";

/** Fill the page with the station to go to. */
export const called = (ticket, { ringing }) => html`<section class="call">
  <p>${t("phone.called")}</p>
  <div class="place"><b>${ticket.station}</b><span>${t("phone.station")}</span></div>
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
    <div class="place"><b>${ticket.station}</b><span>${t("phone.station")}</span></div>
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

/** Explain a ticket that was put aside, and what helps; its class may come yet unless it is cancelled. */
export const aside = (ticket) => html`
  ${card(ticket, html`<p class="state aside">${t(`phone.${ticket.state}`)}</p>
    <p>${t(`phone.${ticket.state}_hint`)}</p>`)}
  ${ticket.state !== "cancelled" && prepare()}`;

/** Explain that the check-in was undone. */
export const withdrawn = () => html`<section class="message">
  <h1>${t("phone.withdrawn")}</h1>
  <p>${t("phone.withdrawn_hint")}</p>
</section>`;

/** Say which network the phone has to be on, where nothing could be read. */
export const unreachable = () => html`<section class="message" role="alert">
  <h1>${t("phone.unreachable")}</h1>
  <p>${network()}</p>
</section>`;

/** Name the network to be on, if the plan does. */
export const network = () =>
  page.plan.wifi ? t("phone.wifi", { name: page.plan.wifi }) : t("phone.wifi_unnamed");
