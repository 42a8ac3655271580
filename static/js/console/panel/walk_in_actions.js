// What the buttons of the walk-in's panel do.
import { get } from "../../shared/api.js";
import { page } from "../../shared/page.js";
import { listed } from "../../shared/roster.js";
import * as walkIn from "../../shared/walk_in.js";
import { view } from "../view.js";

export const WALK_IN = { walkIn: walkIn.newWalkIn("late") };

/** Build the actions; `inPanel(changes)` changes the panel, `sendAndClose(command)` ends it. */
export function walkInActions({ inPanel, sendAndClose }) {
  const become = (changed) => inPanel({ walkIn: changed });

  return {
    async "fill-walk-in"() {
      const [roll, n] = await Promise.all([get(`/api/roll?venue=${page.venue.id}`), listed()]);
      if (view.panel?.kind === "walk_in") inPanel({ colleges: roll.body?.colleges, listed: n });
    },
    kind: ({ kind }) => become({ ...view.panel.walkIn, kind }),
    college: ({ college }) => become(walkIn.fromCollege(view.panel.walkIn, college)),
    /** A class pressed once more is none. */
    class: ({ class: id }) =>
      become(walkIn.ofClass(view.panel.walkIn, view.panel.walkIn.class_id === id ? null : id)),
    async find(_, typed) {
      const { found } = view.panel.walkIn;
      const sought = { ...walkIn.lookFor(view.panel.walkIn, typed.trim()), found };
      become(sought);
      const students = await walkIn.find(sought.query);
      if (view.panel?.walkIn?.query !== sought.query) return;
      become({ ...view.panel.walkIn, found: students });
    },
    person({ student }) {
      const { walkIn: now } = view.panel;
      become(now.person?.student === student ? walkIn.unnamed(now) : walkIn.choose(now, student));
    },
    "walk-in-heads": ({ step }) =>
      become(walkIn.withHeads(view.panel.walkIn, view.panel.walkIn.heads + Number(step))),
    "walk-in": () => sendAndClose(walkIn.command(view.panel.walkIn)),
  };
}
