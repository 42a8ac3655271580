// What touches do for somebody who does not come with their class.
import { listed } from "../shared/roster.js";
import * as walkIn from "../shared/walk_in.js";
import { send } from "./check_in.js";
import * as rejoin from "./rejoin.js";
import { state } from "./state.js";

const BEFORE = { who: "walk", walk_college: "walk", walk_class: "walk_college", walk_in: "walk", rejoin: "walk" };

/** What begins the confirmation of who or how many have come. */
const confirming = (changed) =>
  ({ walkIn: { ...changed, found: null }, classId: changed.class_id, typed: null });

/** Build the actions; see actions.js. */
export function walkInActions({ show, render }) {
  const forgotten = () => ({ walkIn: walkIn.lookFor(state.walkIn, "") });
  const confirm = (changed) => show(rejoin.wayOf(changed), confirming(changed));
  const unnamed = () => show("walk_college", forgotten());

  return {
    walk: () => show("walk", { from: "walk" }),
    /** Where nobody is on a list there is nobody to look for. */
    async kind({ value }) {
      const begun = walkIn.newWalkIn(value);
      state.walkIn = begun;
      const n = await listed();
      if (state.screen !== "walk" || state.walkIn !== begun) return;
      if (n) show("who");
      else unnamed();
    },
    async search(query) {
      state.walkIn = walkIn.lookFor(state.walkIn, query);
      const found = await walkIn.find(query);
      if (state.screen !== "who" || state.walkIn.query !== query) return;
      state.walkIn = { ...state.walkIn, found };
      render();
    },
    keys: () => (state.digits = !state.digits),
    unnamed,
    person: ({ value }) => confirm(walkIn.choose(state.walkIn, value)),
    "walk-college": ({ value }) =>
      show("walk_class", { walkIn: walkIn.fromCollege(state.walkIn, value) }),
    "walk-class": ({ value }) => {
      const chosen = walkIn.ofClass(state.walkIn, value || null);
      confirm(walkIn.withHeads(chosen, 1));
    },
    "walk-back": () => show(BEFORE[state.screen], forgotten()),
    "confirm-walk-in": () => send(walkIn.command(state.walkIn), show),
    rejoin: () => send(rejoin.command(state.walkIn), show),
  };
}
