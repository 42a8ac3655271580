// Under the halls: everybody behind the next, a page at a time, and who is held or missed their call.
import { page, t } from "../shared/page.js";
import { em, html } from "../shared/render.js";
import { named } from "./fit.js";
import { linesOf, pagesOf, turnOf } from "./turns.js";
import { when, who } from "./tickets.js";

const PAGE = 4;
// A line of those held or missed holds so many em.
const LINE_EM = 27;
// The reason is so much smaller than the name.
const WHY = 0.78;

/**
 * Draw the strip. `groups` are `{label, count, rows}`: who is behind the next, and how they are
 * called together; `short` leaves it one row. Draws nothing where nobody is to be named.
 */
export function strip(groups, boards, short) {
  const size = short ? PAGE / 2 : PAGE;
  const paged = (group) => pagesOf(group.rows, size).map((rows) => ({ ...group, rows }));
  const pages = [].concat(...groups.map(paged));
  const turn = turnOf(pages.length);
  const lines = linesOf([].concat(...boards.map(absent)), LINE_EM, widthOf);
  const line = turnOf(lines.length);
  return html`${pages.length > 0 && drawn(pages[turn], turn, pages.length)}
    ${lines.length > 0 && html`<p class="absent" id="line-${line}"><b>${t("display.ask_staff")}</b>
      ${lines[line].map(({ name, why }) => html`<span>${name} <em>${why}</em></span>`)}</p>`}`;
}

const drawn = ({ label, count, rows }, turn, of) => html`
  <div class="others ${rows.length <= PAGE / 2 && "one"}" id="page-${turn}" style="--rows:${Math.ceil(rows.length / 2)}">
    <p class="label">${label} <b>${count}</b>
      ${of > 1 && html`<span class="turn"><i style="width:${100 / of}%;left:${(100 * turn) / of}%"></i></span>`}</p>
    <ol>${rows.map((ticket) => html`<li>${named(who(ticket))}${when(ticket)}</li>`)}</ol>
  </div>`;

const absent = (board) => [
  ...board.missed.map((ticket) => ({ name: place(board, ticket), why: t("display.missed") })),
  ...board.held.map((ticket) => ({ name: place(board, ticket), why: t("display.held") })),
];

function place({ venue }, ticket) {
  const where = page.halls.length > 1 && page.venues.find(({ id }) => id === venue).name;
  return [where, ticket.ticket, who(ticket)].filter(Boolean).join(" ");
}

const widthOf = ({ name, why }) => Number(em(name)) + WHY * em(why) + 2;
