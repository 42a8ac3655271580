// A ticket that waits: how many are ahead, when it is due, what to have ready.
import { hhmm } from "../shared/clock.js";
import { page, t } from "../shared/page.js";
import { html } from "../shared/render.js";

// The track shows at least and at most so many places before one's own.
const FEWEST = 4;
const MOST = 8;
const MINUTE_MS = 60000;

/** Say a ticket's state in a line. */
export function headline({ state, ahead, station }) {
  if (state === "waiting" && ahead > 0) return `${t("phone.ahead")} ${ahead} ${t("phone.classes")}`;
  if (state === "waiting") return t("phone.next");
  if (state === "called") return `${t("phone.called")} ${t("phone.headline", { n: station })}`;
  return t(`phone.${state}`);
}

/** What a browser's tab says of a ticket. */
export function tab(ticket) {
  if (ticket.state === "called") return t("phone.tab_called", { n: ticket.station });
  return [ticket.number, headline(ticket)].filter(Boolean).join(" · ");
}

/** Say whose ticket this is. */
export const about = ({ kind, college, heads, number }) => html`<div class="about">
  <span>${kind !== "class" && html`<i class="kind">${t(`common.kind.${kind}`)}</i>`}
    ${college} · ${t("phone.heads", { n: heads })}</span><b>${number}</b>
</div>`;

/** Set the college's Mongolian name beside a card's content. */
export const card = (ticket, content, mark = "") => html`
  <section class="ticket ${page.plan.mongolian_side} ${mark}">
    ${page.plan.mongolian_side !== "off" &&
    html`<div class="side"><span class="mongolian" lang="mn-Mong">${ticket.mongolian}</span></div>`}
    <div class="content">${about(ticket)}<h1>${ticket.class}</h1>${content}</div>
  </section>`;

/** Draw a waiting ticket. */
export const waiting = (ticket, { now, live, armed }) => html`
  ${ticket.ahead === 0 && html`<p class="come">${t("phone.next")}</p>`}
  ${card(ticket, html`${ahead(ticket)}${track(ticket)}${due(ticket, now)}`, ticket.ahead === 0 && "soon")}
  ${bell(armed, live)} ${prepare()}`;

/** What to have ready. */
export const prepare = () => html`<section class="prepare">
  <h2>${t("phone.prepare")}</h2>
  <ul>${page.plan.reminders.map((text) => html`<li>${text}</li>`)}</ul>
</section>`;

const ahead = ({ ahead: n, ahead_heads: heads }) => html`<p class="ahead">${t("phone.ahead")}
  <span><b>${n}</b>${t("phone.classes")}
  ${heads > 0 && html`<small>${t("phone.ahead_heads", { n: heads })}</small>`}</span></p>`;

function track({ ahead, number, shooting }) {
  const places = Math.min(Math.max(ahead, FEWEST), MOST);
  const done = Math.max(places - ahead, 0);
  const marks = Array.from({ length: places }, (_, i) => html`<i class="${i < done && "done"}"></i>`);
  return html`<div class="track" aria-hidden="true">${marks}<i class="ours"></i></div>
    <div class="legend">
      <span>${shooting.length > 0 && t("phone.now", { tickets: shooting.join(" ") })}</span>
      <span>${t("phone.ours", { ticket: number })}</span>
    </div>`;
}

function due({ eta, eta_latest }, now) {
  if (!eta) return html`<p class="unknown">${t("phone.eta_unknown")}</p>`;
  const n = Math.ceil((Date.parse(eta) - now) / MINUTE_MS);
  return html`<dl class="due">
    <div><dt>${t("phone.eta")}</dt><dd>${t("phone.about", { time: hhmm(eta) })}
      ${eta_latest && hhmm(eta_latest) !== hhmm(eta) && html`<small>${t("phone.latest", { time: hhmm(eta_latest) })}</small>`}</dd></div>
    <div><dt>${t("phone.wait")}</dt><dd>${n > 0 ? t("phone.minutes", { n }) : t("phone.any_moment")}</dd></div>
  </dl>`;
}

const bell = (armed, live) =>
  armed
    ? html`<p class="armed" role="status">${t(live ? "phone.armed" : "phone.silent")}</p>
      <p class="tip">${t("phone.locked")}</p>`
    : html`<button class="primary" data-action="arm">
        <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M6 9a6 6 0 0112 0c0 6 2.5 7.5 2.5 7.5h-17S6 15 6 9M10 20.5a2.2 2.2 0 004 0"/></svg>
        ${t("phone.arm")}</button>
      <p class="tip">${t("phone.keep_lit")}</p>`;
