// The venue's roster as the server has it: a class's students, or whoever is looked for.
import { get } from "./api.js";
import { page } from "./page.js";

/** Read the roster's answer to a query; undefined where none came. */
export async function readRoster(query) {
  const asked = new URLSearchParams({ venue: page.venue.id, ...query });
  return (await get(`/api/roster?${asked}`)).body ?? undefined;
}

/** List the students of a class or of a college's rest, or who is found by `q`; none without an answer. */
export const students = async (query) => (await readRoster(query))?.students ?? [];

/** Count whom the roster lists at all. */
export const listed = async () => (await readRoster({}))?.listed ?? 0;
