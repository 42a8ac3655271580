// What the buttons of the panels that account for heads do.
import { get } from "../api.js";
import { page } from "../page.js";
import { reasons } from "../reasons.js";
import { counted } from "./count.js";
import { amended, mark, miss, missing, take, toAmend, toFinish, unmark } from "./heads.js";
import { find } from "./rows.js";
import { change, view } from "./view.js";

export const HEADS_OPENED_WITH = {
  amend: (row) => ({ split: toAmend(row), ready: row.ready, way: "name", reason: reasons[0] }),
  finish: (row) => ({ split: toFinish(row, counted(row)), way: "name", reason: reasons[0] }),
};

/** Fetch who of a class may be missing: of one about to be finished, whoever has come. */
export async function fetchNames(row) {
  const venue = `venue=${encodeURIComponent(page.venue.id)}`;
  const { body } = await get(`/api/roster?${venue}&class_id=${encodeURIComponent(row.class_id)}`);
  const { panel } = view;
  if (!body || panel?.ticket !== row.ticket || !panel.split) return;
  const gone = panel.kind === "finish" ? row.absent.map(({ student }) => student) : [];
  const names = body.students.filter(({ student }) => !gone.includes(student));
  change({ panel: { ...panel, names } });
}

/** Build the actions; `inPanel(changes)` changes the panel, `sendAndClose(command)` ends it. */
export function headsActions({ inPanel, sendAndClose }) {
  const split = (changed) => inPanel({ split: changed });

  return {
    way: ({ way }) => inPanel({ way }),
    take: ({ step }) => split(take(view.panel.split, Number(step))),
    miss: ({ reason, step }) => split(miss(view.panel.split, reason, Number(step))),
    /** Press once for missing, on another to see to its reason, again for there after all. */
    name({ student }) {
      const { split: now, selected, reason } = view.panel;
      const isMarked = now.students.some((line) => line.student === student);
      if (!isMarked) return inPanel({ split: mark(now, student, reason), selected: student });
      if (selected !== student) return inPanel({ selected: student });
      inPanel({ split: unmark(now, student), selected: null });
    },
    why: ({ reason }) =>
      inPanel({ split: mark(view.panel.split, view.panel.selected, reason), reason }),
    ready: ({ what, n }) => inPanel({ ready: { ...view.panel.ready, [what]: Number(n) } }),
    "finish-split"() {
      const { ticket, split: done } = view.panel;
      sendAndClose({ type: "finish", ticket, photographed: done.taken, missed: missing(done) });
    },
    amend() {
      const { ticket } = view.panel;
      sendAndClose({ type: "amend", ticket, ...amended(view.panel, find(view.desk, ticket)) });
    },
  };
}
