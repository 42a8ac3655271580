// The station that this console works: its ticket, and what one may do now.
import { t } from "../shared/page.js";
import { html } from "../shared/render.js";
import { callButton, commandButton, goButton, missedButton } from "./buttons.js";
import { elsewhere } from "./elsewhere.js";
import { chip, headCount, more, progress, since, tags, title } from "./parts.js";

/** Draw a station: its ticket, what one may do with it, and who stands at the wrong one. */
export function current(desk, place) {
  const row = place.ticket;
  return html`${row ? taken(row, place) : empty(place, desk)} ${elsewhere(desk, place)}
    <section class="actions">
      ${callButton(desk, place, { keyed: true })} ${goButton(row, true)} ${further(row)}
    </section>`;
}

function taken(row, place) {
  const paused = place.setting !== "open" && chip(place.setting);
  return html`<section class="current">
    <div class="meta">
      ${chip(row.state)} <b>${row.ticket}</b> ${tags(row)}
      <span class="college">${row.college} · ${since(row)}</span> ${paused} ${more(place)}
    </div>
    ${title(row)}
    ${headCount(row)} ${progress(row, true)}
  </section>`;
}

function empty(place, desk) {
  const state = place.setting === "open" ? "idle" : place.setting;
  const hint = desk.queue.length ? `staff.empty.${state}` : "staff.nobody_waits";
  return html`<section class="current">
    <div class="meta">${chip(state)} <span class="college"></span> ${more(place)}</div>
    <h1>${t("staff.station", { station: place.station })}</h1>
    <div class="heads"></div>
    <div class="count awaited">${t(hint)}</div>
  </section>`;
}

function further(row) {
  if (row?.state !== "shooting") {
    const called = row?.state === "called" ? row : null;
    return [
      commandButton(called, "recall", { code: "KeyR" }),
      commandButton(called, "hold", { code: "KeyH" }),
      commandButton(called, "mark_no_show", { code: "KeyX" }),
    ];
  }
  return [
    missedButton(row, true),
    commandButton(row, "hold", { code: "KeyH" }),
    html`<button class="key" data-action="open" data-kind="ticket" data-ticket="${row.ticket}">
      ${t("staff.transfer")}</button>`,
  ];
}
