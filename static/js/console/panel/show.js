// The panel over the queue: one thing at a time that needs more than a press.
import { dayName } from "../../shared/clock.js";
import { close, open } from "../../shared/dialog.js";
import { t } from "../../shared/page.js";
import { draw, html } from "../../shared/render.js";
import { counted } from "../count.js";
import { closeDay } from "./close_day.js";
import { announce, devices } from "./hall.js";
import { amend, correct, finish } from "./heads.js";
import { find, stationOf } from "../rows.js";
import { toFinish } from "../splits.js";
import { stations } from "./stations.js";
import { again } from "./take_back.js";
import { station, ticket } from "./ticket.js";
import { log } from "../undo.js";
import { change, view } from "../view.js";
import { fee } from "./fee.js";
import { walkIn } from "./walk_in.js";
import { adding, queue } from "../queue.js";
import { named } from "../words.js";

const BODIES = {
  again,
  amend,
  announce,
  close_day: closeDay,
  correct,
  devices,
  fee,
  finish,
  log,
  queue: (view) => html`<div class="rows">${queue(view)}</div><div class="adding">${adding()}</div>`,
  station,
  stations,
  ticket,
  walk_in: walkIn,
};

/** Close the panel when a person closes its dialog, or presses beside it. */
export function closePanelWith(dialog) {
  dialog.addEventListener("close", () => change({ panel: null }));
  dialog.addEventListener("click", ({ target }) => target === dialog && close(dialog));
}

/** Show the panel that is open, if any, in the dialog's body; what was typed goes when it closes. */
export function showPanel(dialog, body) {
  const { panel, desk } = view;
  if (!panel) {
    draw(body, "");
    return close(dialog);
  }
  const number = panel.kind === "station" ? stationOf(desk, panel.station).ticket?.ticket : panel.ticket;
  const row = find(desk, number);
  // Somebody else cancelled or undid it meanwhile.
  if (number && !row) return change({ panel: null });
  // Somebody amended the class meanwhile: its heads are to be accounted for anew.
  if (panel.kind === "finish" && panel.split.total !== row.heads) {
    return change({ panel: { ...panel, split: toFinish(row, counted(row)) } });
  }
  const of = row ? named(row) : t("staff.station", { station: panel.station });
  const title = t(`staff.panel.${panel.kind}`, { of, day: panel.date && dayName(panel.date) });
  draw(body, html`<h2 id="panel-title">${title}</h2>${BODIES[panel.kind](view, row)}`);
  open(dialog);
}
