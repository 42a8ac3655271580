// The last screens: checked in, checked in already, not possible.
import { hhmm } from "../shared/clock.js";
import { page, t } from "../shared/page.js";
import { em, html } from "../shared/render.js";
import { fact, hint, homeButton, tick } from "./shell.js";
import { findClass, paper, state } from "./state.js";
import { button as withdraw } from "./withdraw.js";

const headline = (text) => html`<h1 class="success" tabindex="-1"><i>${tick}</i>${text}</h1>`;

/** The class that was checked in; the roll may not have come yet after a reload. */
function who(heads) {
  const { college, planned } = findClass(state.classId) ?? {};
  return html`<h2 style="--em:${em(planned?.name ?? "")}">${planned?.name}</h2>
    <p class="college">${[college?.name, t("kiosk.heads", { n: heads })].filter(Boolean).join(" · ")}</p>`;
}

const ahead = ({ ahead: n }) => (n ? t("kiosk.done.ahead_value", { n }) : t("kiosk.done.ahead_none"));

/** When this check-in's slip comes out; who rejoins a class needs none. */
const slip = () => (state.outcome.type === "rejoin" ? "none" : paper());

/** How soon they have to be there: who joins a class that is called, at once. */
function soon(ticket) {
  if (ticket.station) return fact(t("kiosk.done.now"), t("kiosk.done.station", { n: ticket.station }));
  return html`${ticket.ahead !== null && fact(t("kiosk.done.ahead"), ahead(ticket))}
    ${ticket.eta && fact(t("kiosk.done.eta"), t("kiosk.about", { time: hhmm(ticket.eta) }))}
    ${fact(t("kiosk.done.before"), t("kiosk.done.door"))}`;
}

const qr = ({ token }) => html`<section class="panel qr">
  <img src="/t/${token}/qr.svg" alt="${t("kiosk.done.scan")}" />
  ${slip() === "later" && html`<p class="later">${t("kiosk.done.later")}</p>`}
  <p><b>${t("kiosk.done.scan")}</b></p>
  ${page.plan.wifi && html`<p>${t("kiosk.done.wifi", { name: page.plan.wifi })}</p>`}
  ${slip() === "now" && html`<p>${t("kiosk.done.same")}</p>`}
</section>`;

function title({ type }) {
  if (type === "rejoin") return "kiosk.rejoin.done";
  return slip() === "now" ? "kiosk.done.title" : "kiosk.done.title_only";
}

export function done() {
  const ticket = state.outcome;
  return html`<div class="done paper-${slip()}">
    <section class="panel">
      ${headline(t(title(ticket)))}
      <p class="ticket">${ticket.number}</p>
      ${who(ticket.heads)}
      <div class="facts">${soon(ticket)}</div>
      <p class="follow-up">${page.plan.follow_up}</p>
    </section>
    ${qr(ticket)}
  </div>`;
}

/** What a class does next in its state; nothing once it is before the camera or done. */
const NEXT = { expected: "wait", waiting: "wait", called: "wait", held: "staff", missed: "staff" };

export function already() {
  const { planned } = findClass(state.classId) ?? {};
  const next = NEXT[planned?.state ?? "waiting"];
  return html`<div class="done alone">
    <section class="panel">
      ${headline(t("kiosk.already.title"))}
      <p class="ticket">${state.outcome.number}</p>
      ${planned?.ticket && who(planned.present)}
      <div class="facts">
        ${planned?.ticket && fact(t("kiosk.already.since"), hhmm(planned.checked_in_at))}
        ${planned?.ticket && fact(t("kiosk.already.state"), t(`common.state.${planned.state}`))}
        ${next && fact(t("kiosk.already.keep"), t(`kiosk.already.${next}`))}
      </div>
    </section>
  </div>`;
}

export const problem = () => html`<div class="done alone">
  <section class="panel problem" role="alert">
    <i>!</i>
    <h1 tabindex="-1">${t(`kiosk.problem.${state.outcome.problem}`)}</h1>
    ${state.outcome.number && html`<p class="ticket">${state.outcome.number}</p>`}
    <p>${t("kiosk.problem.staff")}</p>
  </section>
</div>`;

/** The class has not come yet, or did not when it was called: nothing to wait for alone. */
export function notYet() {
  const { planned } = findClass(state.classId) ?? {};
  const key = planned?.state === "missed" ? "missed" : "expected";
  return html`<div class="done alone">
    <section class="panel problem">
      <h1 tabindex="-1">${t(`kiosk.not_yet.${key}`, { name: planned?.name })}</h1>
      ${planned?.ticket && html`<p class="ticket">${planned.ticket}</p>`}
      <p>${t(`kiosk.not_yet.${key}_how`)}</p>
    </section>
  </div>`;
}

export const foot = () => html`${hint(t(`kiosk.done.hint_${slip()}`))}${withdraw()}
  ${homeButton("kiosk.done.home")}`;

export const problemFoot = () => html`${hint(t("kiosk.help"))}${homeButton("kiosk.idle.leave")}`;
