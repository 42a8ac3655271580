// What the buttons of the panels that account for heads do.
import { miss, missing, take } from "../../shared/heads.js";
import { explain, press } from "../../shared/names.js";
import { reasons } from "../../shared/reasons.js";
import { students } from "../../shared/roster.js";
import { counted } from "../count.js";
import { find } from "../rows.js";
import { amended, toAmend, toCorrect, toFinish } from "../splits.js";
import { change, view } from "../view.js";

export const HEADS_OPENED_WITH = {
  correct: (row) => ({ split: toCorrect(row), way: "name", reason: reasons[0] }),
  amend: (row) => ({ split: toAmend(row), ready: row.ready, way: "name", reason: reasons[0] }),
  finish: (row) => ({ split: toFinish(row, counted(row)), way: "name", reason: reasons[0] }),
};

/** Fetch who of a class may be missing: at the camera, whoever has come. */
export async function fetchNames(row) {
  const listed = await students({ class_id: row.class_id });
  const { panel } = view;
  if (panel?.ticket !== row.ticket || !panel.split) return;
  const gone = panel.kind === "amend" ? [] : row.absent.map(({ student }) => student);
  const names = listed.filter(({ student }) => !gone.includes(student));
  change({ panel: { ...panel, names } });
}

/** Build the actions; `inPanel(changes)` changes the panel, `sendAndClose(command)` ends it. */
export function headsActions({ inPanel, sendAndClose }) {
  const split = (changed) => inPanel({ split: changed });

  return {
    way: ({ way }) => inPanel({ way }),
    take: ({ step }) => split(take(view.panel.split, view.panel.split.taken + Number(step))),
    miss: ({ reason, step }) => split(miss(view.panel.split, reason, Number(step))),
    name: ({ student }) => inPanel(press(view.panel, student)),
    why: ({ reason }) => inPanel(explain(view.panel, reason)),
    ready: ({ what, n }) => inPanel({ ready: { ...view.panel.ready, [what]: Number(n) } }),
    shot({ type }) {
      const { ticket, split: done } = view.panel;
      sendAndClose({ type, ticket, photographed: done.taken, missed: missing(done) });
    },
    amend() {
      const { ticket } = view.panel;
      sendAndClose({ type: "amend", ticket, ...amended(view.panel, find(view.desk, ticket)) });
    },
  };
}
