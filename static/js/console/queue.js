// The right column: slips in doubt, who waits, who is aside, who is done.
import { hhmm } from "../shared/clock.js";
import { t } from "../shared/page.js";
import { em, html } from "../shared/render.js";
import { heads, off, tags } from "./parts.js";
import { ticket } from "./panel/ticket.js";
import { find } from "./rows.js";
import { isBusy, view } from "./view.js";
import { named } from "./words.js";

/** Draw the queue and the groups beside it. */
export function queue({ desk, finished }) {
  const { classes, heads: people } = desk.waiting;
  const done = desk.ends_at ? t("staff.done_at", { time: hhmm(desk.ends_at) }) : "";
  return html`${desk.slips.unconfirmed.map((number) => doubt(find(desk, number)))}
    <h2>${t("staff.waiting", { n: classes })}
      <span>${classes > 0 && t("staff.waiting_heads", { n: people })} ${done}</span></h2>
    <ol>${desk.queue.map((row) => line(row, row.eta ? t("staff.eta", { time: hhmm(row.eta) }) : ""))}</ol>
    ${classes === 0 && html`<p class="none">${t("staff.nobody_waits")}</p>`}
    ${group("held", desk.held)} ${group("missed", desk.missed)}
    <h2><button class="fold" data-action="fold" aria-expanded="${finished}">
      ${t("staff.finished", { n: desk.finished.length })} ${finished ? "▴" : "▾"}</button></h2>
    ${finished && html`<ol>${[...desk.finished].reverse().map((row) => line(row, shot(row)))}</ol>`}`;
}

/** Draw the two buttons under the queue. */
export const adding = () => html`
  <button class="key" data-action="open" data-kind="walk_in">${t("staff.walk_in")}</button>
  <button class="key" data-action="open" data-kind="announce">${t("staff.announce")}</button>`;

const shot = (row) =>
  t("staff.shot", { n: row.photographed, heads: row.heads, time: hhmm(row.ended_at) });

function line(row, when, button) {
  return html`<li id="row-${row.ticket}" class="${button ? "returns" : ""}">
    <span class="number">${row.ticket}</span>
    <div>
      <b class="${em(row.class) > 12 ? "long" : ""}">${row.class}</b>
      <small>${row.state === "finished" ? "" : html`${heads(row)} · `}${when} ${tags(row)}</small>
    </div>
    ${button}
    ${more(row)}
  </li>`;
}

/** Open a row's menu in the panel; where the queue itself is in the panel, below the row. */
function more(row) {
  const label = html`aria-label="${t("staff.more_about", { whom: named(row) })}"`;
  if (!view.phone) {
    return html`<button class="more" data-action="open" data-kind="ticket"
      data-ticket="${row.ticket}" ${label}>⋯</button>`;
  }
  const open = view.panel?.unfolded === row.ticket;
  return html`<button class="more" data-action="unfold" data-ticket="${row.ticket}"
      aria-expanded="${open}" ${label}>${open ? "▴" : "⋯"}</button>
    ${open && html`<div class="unfolded">${ticket(view, row)}</div>`}`;
}

function group(state, rows) {
  if (!rows.length) return "";
  const back = state === "held" ? "resume" : "return";
  const button = (row) => html`<button class="key back" data-action="command" data-type="${back}"
    data-ticket="${row.ticket}" ${off(isBusy(row.ticket))}>${t(`staff.back.${state}`)}</button>`;
  return html`<h2>${t(`staff.group.${state}`, { n: rows.length })}</h2>
    <ol>${rows.map((row) => line(row, hhmm(row.ended_at), button(row)))}</ol>`;
}

function doubt(row) {
  const press = (type) => html`<button class="key" data-action="command" data-type="${type}"
    data-ticket="${row.ticket}" ${off(isBusy(row.ticket))}>${t(`staff.${type}`)}</button>`;
  return (
    row &&
    html`<div class="doubt" id="doubt-${row.ticket}"><p>${t("staff.slip_doubt", { whom: named(row) })}</p>
      ${press("confirm_slip")} ${press("reprint")}</div>`
  );
}
