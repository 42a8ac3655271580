// The class at the station, on the full width of a phone; while it is empty, who is next.
import { hhmm } from "../../shared/clock.js";
import { fit } from "../../shared/fit.js";
import { t } from "../../shared/page.js";
import { html } from "../../shared/render.js";
import { counted } from "../count.js";
import { elsewhere } from "../elsewhere.js";
import { awaited, chip, heads, since, step, tags } from "../parts.js";

// In pixels: what stands beside a name, and the room for its lines; a low phone has less.
const BESIDE = 68;
const LINES = { most: 54, height: 100, lines: 2 };
const LOW = { most: 44, height: 82, lines: 2 };
const LOW_PX = 700;
const FINISHED = 3;

/** Draw what is going on at a station. */
export function now(desk, place) {
  const row = place.ticket;
  if (row?.state === "shooting") return shooting(row);
  if (row) return html`${called(row)} ${elsewhere(desk, place)}`;
  return html`${elsewhere(desk, place)} ${empty(desk, place)} ${finished(desk)}`;
}

function name(text) {
  const room = innerHeight < LOW_PX ? LOW : LINES;
  const { size, parts } = fit(text, { ...room, width: innerWidth - BESIDE });
  // A full-width bracket that opens a line is drawn half a letter in.
  const line = (part) => html`<span class="${part[0] === "\uff08" ? "hangs" : ""}">${part}</span>`;
  return html`<h1 style="font-size:${Math.round(size)}px">${parts.map(line)}</h1>`;
}

const meta = (row) => html`<div class="meta">${chip(row.state)} <b>${row.ticket}</b> ${tags(row)}
  <span class="college">${since(row)}</span></div>`;

const who = (row) => html`<p class="who"><b>${heads(row)}</b> · ${row.college}</p>`;

const called = (row) => html`<section class="now">${meta(row)} ${name(row.class)} ${who(row)}
  <p class="waits">${awaited(row)}</p></section>`;

function shooting(row) {
  const n = counted(row);
  return html`<section class="now counting">${meta(row)} ${name(row.class)}
    <p class="of"><b>${n}</b> / ${t("staff.heads", { n: row.heads })}</p>
    <div class="bar"><i style="width:${(100 * n) / row.heads}%"></i></div>
    <div class="steps">${step(row, -1)} ${step(row, 1)} ${step(row, 5)}</div></section>`;
}

function empty({ queue, finished }, { station, setting }) {
  const [first] = queue;
  const last = finished.filter((row) => row.shot_at === station).pop();
  const before = last ? t("staff.last_finished", { time: hhmm(last.ended_at) }) : "";
  const open = setting === "open";
  return html`<section class="now">
    <div class="meta">${chip(open ? "idle" : setting)} <span class="college">${before}</span></div>
    ${open && first
      ? html`<p class="waits">${t("staff.next")}</p> ${name(first.class)} ${who(first)}`
      : html`<p class="waits">${t(open ? "staff.nobody_waits" : `staff.empty.${setting}`)}</p>`}
  </section>`;
}

function finished({ finished: rows }) {
  const line = (row) => html`<li id="just-${row.ticket}">
    <button data-action="open" data-kind="ticket" data-ticket="${row.ticket}"><span>
      <i>${row.ticket}</i> <b>${row.class}</b> <i>${row.photographed} / ${row.heads} ›</i></span></button></li>`;
  return rows.length > 0 && html`<section class="just"><h2>${t("staff.just_finished")}</h2>
    <ul>${rows.slice(-FINISHED).reverse().map(line)}</ul></section>`;
}
