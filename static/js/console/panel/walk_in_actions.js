// What the buttons of the walk-in's panel do.
import { get } from "../../shared/api.js";
import { page } from "../../shared/page.js";
import { view } from "../view.js";

const venue = `venue=${encodeURIComponent(page.venue.id)}`;

export const WALK_IN = {
  walk_in: "late", college_id: null, class_id: null, heads: 1, student: null, found: null,
};

/** Build the actions; `inPanel(changes)` changes the panel, `sendAndClose(command)` ends it. */
export function walkInActions({ inPanel, sendAndClose }) {
  return {
    async "fill-walk-in"() {
      const [roll, roster] = await Promise.all([get(`/api/roll?${venue}`), get(`/api/roster?${venue}`)]);
      if (view.panel?.kind !== "walk_in") return;
      inPanel({ colleges: roll.body?.colleges, listed: roster.body?.listed });
    },
    choose({ field, value }) {
      const again = field === "class_id" && view.panel.class_id === value;
      const elsewhere = field === "college_id" && { class_id: null };
      inPanel({ ...elsewhere, [field]: again ? null : value });
    },
    async find(text) {
      inPanel({ query: text, student: null });
      const { body } = await get(`/api/roster?${venue}&q=${encodeURIComponent(text)}`);
      if (view.panel?.query === text) inPanel({ found: text ? (body?.students ?? []) : null });
    },
    person({ student }) {
      if (view.panel.student === student) return inPanel({ student: null });
      const { college_id, class_id } = view.panel.found.find((s) => s.student === student);
      inPanel({ student, college_id, class_id, heads: 1 });
    },
    "walk-in-heads": ({ step }) => inPanel({ heads: view.panel.heads + Number(step) }),
    "walk-in"() {
      const { walk_in: kind, college_id, class_id, heads, student } = view.panel;
      sendAndClose({ type: "check_in_walk_in", kind, college_id, class_id, heads, student });
    },
  };
}
