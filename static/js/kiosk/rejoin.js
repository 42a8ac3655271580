// Somebody who comes late: into the class's ticket while it waits, on an own one when it is done.
import { hhmm } from "../shared/clock.js";
import { t } from "../shared/page.js";
import { em, html } from "../shared/render.js";
import { fact, heading, hint, tick } from "./shell.js";
import { findClass, state } from "./state.js";
import { howMany, walkBack } from "./walk_in.js";

const JOINED = ["waiting", "called", "shooting", "held"];

/** Return the screen for somebody who comes without their class. */
export function wayOf({ kind, class_id: id }) {
  const planned = findClass(id)?.planned;
  if (kind !== "late" || !planned) return "walk_in";
  if (JOINED.includes(planned.state)) return "rejoin";
  const comesYet = planned.state === "missed" || (planned.state === "expected" && !planned.taken);
  return comesYet ? "not_yet" : "walk_in";
}

/** Word the command by which a student, or so many, join the class's ticket. */
export const command = ({ person, heads, class_id: id }) => ({
  type: "rejoin",
  ticket: findClass(id).planned.ticket,
  ...(person ? { student: person.student } : { count: heads }),
});

const step = (name, values) => html`<li><b>${t(`kiosk.rejoin.${name}`, values)}</b>
  ${t(`kiosk.rejoin.${name}_how`, values)}</li>`;

const ahead = ({ ahead: n }) => (n ? t("kiosk.done.ahead_value", { n }) : t("kiosk.done.ahead_none"));

function facts(planned, heads) {
  const { present, eta, state: its } = planned;
  return html`<div class="facts">
    ${its === "waiting"
    ? fact(t("kiosk.done.ahead"), ahead(planned))
    : fact(t("kiosk.already.state"), t(`common.state.${its}`))}
    ${eta && fact(t("kiosk.done.eta"), t("kiosk.about", { time: hhmm(eta) }))}
    ${fact(t("kiosk.rejoin.heads"), t("kiosk.rejoin.more", { present, n: present + heads }))}
  </div>`;
}

const then = ({ ticket: number }) => html`<section class="panel then">
  <h2>${t("kiosk.rejoin.then")}</h2>
  <ol>${step("ticket", { number })} ${step("absent")} ${step("where")}</ol>
</section>`;

export function main() {
  const { walkIn: { person, heads } } = state;
  const found = findClass(state.classId);
  const about = person ? t("kiosk.rejoin.who", { tail: person.number.slice(-4) }) : "";
  return html`${heading(t("kiosk.rejoin.title"), about)}
    ${found && html`<div class="done" ${state.screen === "sending" && html`inert`}>
      <section class="panel">
        <p class="success"><i>${tick}</i>${t("kiosk.rejoin.there")}</p>
        <p class="ticket">${found.planned.ticket}</p>
        <h2 style="--em:${em(found.planned.name)}">${found.planned.name}</h2>
        ${facts(found.planned, heads)}
      </section>
      ${person || state.screen === "sending" ? then(found.planned) : howMany()}
    </div>`}`;
}

export const foot = () => html`${walkBack(t(state.walkIn.person ? "kiosk.rejoin.not_me" : "kiosk.back"))}
  ${hint("")}<button class="button primary" data-action="rejoin">${t("kiosk.rejoin.confirm")}</button>`;
