// The station that this console works: its ticket, and what one may do now.
import { t } from "../shared/page.js";
import { html } from "../shared/render.js";
import { callButton, commandButton, goButton } from "./buttons.js";
import { chip, headCount, key, more, off, progress, since, tags, title } from "./parts.js";
import { stationOf } from "./rows.js";
import { isBusy } from "./view.js";

/** Draw the worked station. */
export function current(view) {
  const place = stationOf(view.desk, view.station);
  const row = place.ticket;
  return html`${row ? taken(row, place) : empty(place, view.desk)}
    <section class="actions">
      ${callButton(view.desk, place, true)} ${goButton(row, true)} ${further(row)}
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
      commandButton(called, "mark_no_show", { code: "KeyX", tone: "warn" }),
    ];
  }
  const [bears, hint] = key("M", "KeyM");
  return [
    html`<button class="key" data-action="open" data-kind="finish" data-ticket="${row.ticket}"
      ${bears} ${off(isBusy(row.ticket))}>${t("staff.some_missed")}${hint}</button>`,
    commandButton(row, "hold", { code: "KeyH" }),
    html`<button class="key" data-action="open" data-kind="ticket" data-ticket="${row.ticket}">
      ${t("staff.transfer")}</button>`,
  ];
}
