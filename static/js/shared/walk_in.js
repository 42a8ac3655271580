// Whoever does not come with their class: who it is, or else from where and how many.
import { students } from "./roster.js";

const MOST_HEADS = 999;

/** Begin with one person of a kind, from nowhere yet; `found` is null until somebody was looked for. */
export const newWalkIn = (kind) => ({
  kind, person: null, college_id: null, class_id: null, heads: 1, query: "", found: null,
});

/** Take a college: whoever comes from another is of no class of this one. */
export const fromCollege = (walkIn, college_id) =>
  ({ ...walkIn, person: null, college_id, class_id: null });

/** Take a class of the college, or none. */
export const ofClass = (walkIn, class_id) => ({ ...walkIn, class_id });

/** Take a student who was found, who comes alone and from where the roster has them. */
export function choose(walkIn, student) {
  const person = walkIn.found.find((one) => one.student === student);
  const { college_id, class_id } = person;
  return { ...walkIn, person, college_id, class_id, heads: 1 };
}

/** Let nobody by name have come. */
export const unnamed = (walkIn) => ({ ...walkIn, person: null });

export const withHeads = (walkIn, heads) =>
  ({ ...walkIn, heads: Math.min(Math.max(heads, 1), MOST_HEADS) });

/** Begin to look for somebody by name or number. */
export const lookFor = (walkIn, query) => ({ ...walkIn, query, found: null, person: null });

/** Find whom a query means: students, or null where nothing was asked. */
export const find = async (query) => (query ? students({ q: query }) : null);

/** Word the command. */
export const command = ({ kind, college_id, class_id, heads, person }) => ({
  type: "check_in_walk_in", kind, college_id, class_id, heads,
  ...(person && { student: person.student }),
});
