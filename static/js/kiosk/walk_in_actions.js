// What touches do for somebody who does not come with their class.
import { get } from "../shared/api.js";
import { checkIn, ofWalkIn } from "./check_in.js";
import { here } from "./exception.js";
import { state } from "./state.js";

/** Build the actions; see actions.js. */
export function walkInActions({ show, render, venue }) {
  async function find(query) {
    const { body } = await get(`/api/roster?${venue}&q=${encodeURIComponent(query)}`);
    if (state.screen !== "who" || state.query !== query) return;
    state.students = body?.students ?? [];
    render();
  }

  const unnamed = () =>
    show("walk_college", { person: null, students: null, collegeId: null, classId: null });

  return {
    walk: () => show("walk", { from: "walk" }),
    /** Where nobody is on a list there is nobody to look for. */
    async kind(kind) {
      state.kind = kind;
      const { body } = await get(`/api/roster?${venue}`);
      if (state.screen !== "walk" || state.kind !== kind) return;
      if (!body?.listed) return unnamed();
      show("who", { query: "", students: null });
    },
    search(query) {
      state.query = query;
      state.students = null;
      if (state.screen === "who" && query) find(query);
    },
    keys: () => (state.digits = !state.digits),
    unnamed,
    person: (id) => {
      const person = state.students.find(({ student }) => student === id);
      const { college_id: collegeId, class_id: classId } = person;
      show("walk_in", { person, collegeId, classId, split: here(1), students: null });
    },
    "walk-college": (collegeId) => show("walk_class", { collegeId }),
    "walk-class": (classId) => show("walk_in", { classId: classId || null, split: here(1), typed: null }),
    "walk-back": () =>
      show({ who: "walk", walk_college: "walk", walk_class: "walk_college", walk_in: "walk" }[state.screen], {
        students: null, person: null, query: "",
      }),
    "confirm-walk-in": () => checkIn(ofWalkIn(), show),
  };
}
