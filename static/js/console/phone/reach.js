// What the thumb reaches: the further commands in a row, the one main button, the queue's handle.
import { t } from "../../shared/page.js";
import { html } from "../../shared/render.js";
import { callButton, commandButton, goButton, missedButton } from "../buttons.js";
import { named } from "../words.js";

/** Draw the bars below the class; without a place, where all stations are shown, the handle alone. */
export function reach(desk, place) {
  const row = place?.ticket;
  return html`${row && further(row)}
    ${place && (row ? goButton(row) : callButton(desk, place, { short: true }))}
    ${handle(desk, row ? desk.queue[0] : desk.queue[1])}`;
}

function further(row) {
  const more = html`<button class="key" data-action="open" data-kind="ticket"
    data-ticket="${row.ticket}">${t("staff.more")}</button>`;
  const hold = commandButton(row, "hold", { label: "hold_short" });
  return html`<div class="further">${
    row.state === "called"
      ? [commandButton(row, "recall"), hold, commandButton(row, "mark_no_show"), more]
      : [missedButton(row), hold, more]
  }</div>`;
}

function handle({ waiting, held, missed }, following) {
  const aside = [["held", held], ["missed", missed]].filter(([, rows]) => rows.length);
  return html`<button class="handle" data-action="open" data-kind="queue" data-swipe="up"><i></i>
    <span>${t("staff.waiting", { n: waiting.classes })}
      ${aside.map(([state, rows]) => html` · ${t(`staff.group.${state}`, { n: rows.length })}`)}
      ${following && html` · ${t("staff.then", { whom: named(following) })}`}</span></button>`;
}
