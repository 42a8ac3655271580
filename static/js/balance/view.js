// The account as tables: a college a card, a class a row, what it lacks a button that mends it.
import { page, t } from "../shared/page.js";
import { reasonName } from "../shared/reasons.js";
import { html } from "../shared/render.js";
import { find } from "../console/rows.js";
import { view } from "../console/view.js";
import { named } from "../console/words.js";

const FIGURES = ["expected", "present", "photographed", "missing", "due", "paid", "difference"];

/** How many things can be mended now. */
const now = ({ lacking, later }) => lacking - later;

/** Say how many things can be mended now, and how many have not had their turn. */
export const progress = (sums) => chip(sums, "staff.balance.closed_all");

/** Draw the account; `onlyOpen` leaves out where nothing can be mended now. */
export function balance(account, onlyOpen) {
  const shown = account.colleges.filter((college) => !onlyOpen || now(college));
  return html`<section class="sums">
      ${FIGURES.map((name) => html`<p class="${name}"><span>${t(`staff.balance.${name}`)}</span>
        <b>${account[name]}</b></p>`)}
      <button class="key" data-action="only" aria-pressed="${onlyOpen}">
        ${t("staff.balance.only_open")}</button>
    </section>
    ${shown.map((college) => card(college, onlyOpen))}
    ${!shown.length && html`<p class="none">${t("staff.balance.nothing_now")}</p>`}`;
}

function card(college, onlyOpen) {
  const { college_id: id, name } = college;
  const file = (kind, text) => html`<a href="/api/sheets/${id}.${kind}"
    aria-label="${text} ${name}">${text}</a>`;
  return html`<section class="card" id="college-${id}">
    <h2>${name} ${chip(college, "staff.balance.closed")}
      <span class="files">${file("xlsx", t("staff.balance.xlsx"))}
        ${file("html", t("staff.balance.print"))}</span></h2>
    <table>
      <thead><tr><th>${t("staff.balance.class")}</th>
        ${FIGURES.map((figure) => html`<th class="number">${t(`staff.balance.${figure}`)}</th>`)}
        <th>${t("staff.balance.lacks")}</th></tr></thead>
      <tbody>${college.classes.filter((c) => !onlyOpen || now(c))
        .map((entry) => line(entry, id))}</tbody>
      <tfoot>${sums(college)}</tfoot>
    </table>
  </section>`;
}

function chip(sums, closed) {
  const n = now(sums);
  const state = n ? "" : sums.closed ? "good" : "plain";
  const text = sums.closed ? t(closed) : t(n ? "staff.balance.lacking" : "staff.balance.nothing_now", { n });
  return html`<span class="chip ${state}">${text}</span>
    ${sums.later > 0 && html`<span class="turn">${t("staff.balance.later", { n: sums.later })}</span>`}`;
}

const numbers = (figures) => FIGURES.map(
  (name) => html`<td class="number ${name === "difference" && figures[name] ? "off" : ""}"
    data-name="${t(`staff.balance.${name}`)}">${figures[name]}</td>`,
);

function line(entry, college_id) {
  const name = entry.name ?? t("staff.balance.others");
  const tickets = entry.tickets.join(" · ");
  const paper = `/api/sheets/${college_id}.html?class_id=${entry.class_id}`;
  const print = entry.class_id && html`<a href="${paper}">${t("staff.balance.print")}</a>`;
  return html`<tr id="class-${entry.class_id ?? `of-${college_id}`}" class="${entry.closed ? "closed" : ""}">
    <th scope="row">${name} <small>${tickets}</small> <small>${why(entry)}</small>
      <small>${print}</small></th>
    ${numbers(entry)}
    <td class="lacks">${entry.closed && html`<b class="done">✓</b>`}
      ${entry.lacks.map((lack) => mend(lack, entry, college_id, name))}</td>
  </tr>`;
}

const sums = (college) => html`<tr><th scope="row">${t("staff.balance.total")}</th>
  ${numbers(college)}<td></td></tr>`;

/** Say why heads are missing. */
function why({ absent, missed }) {
  const noted = [...Object.entries(absent), ...Object.entries(missed)];
  return noted.map(([reason, n]) => `${reasonName(reason)} ${n}`).join(" · ");
}

/** Return the panel of a ticket's missing heads: those absent, or those not photographed. */
function headsOf(ticket, what) {
  const row = find(view.desk, ticket);
  const isNamed = row?.absent.every(({ student }) => student);
  return what === "name" && row?.state === "finished" && isNamed ? "correct" : "amend";
}

/** Lead to where a lack can be mended. */
function mend({ what, amount, ticket, later }, { class_id, expected }, college_id, name) {
  const text = t(`staff.balance.lack.${what === "reason" && !ticket ? "away" : what}`, { n: amount });
  if (what === "shooting") {
    return html`<a class="lack ${later ? "later" : ""}" href="/staff?venue=${page.venue.id}">${text}</a>`;
  }
  if (!ticket) {
    const of = class_id ? html`data-class_id="${class_id}"` : html`data-college_id="${college_id}"`;
    return html`<button class="lack ${later ? "later" : ""}" data-action="absences" ${of} data-name="${name}"
      data-heads="${class_id ? expected : amount}" aria-label="${name} ${text}">${text}</button>`;
  }
  const kind = ["payment", "difference"].includes(what) ? "fee" : headsOf(ticket, what);
  return html`<button class="lack ${later ? "later" : ""}" data-action="open" data-kind="${kind}" data-ticket="${ticket}"
    aria-label="${named({ ticket, class: name })} ${text}">${text}</button>`;
}
