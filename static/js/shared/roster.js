// The venue's roster as the server has it: a class's students, or whoever is looked for.
import { get } from "./api.js";
import { page } from "./page.js";

/** Read what the roster has for a query; undefined where no response came. */
export async function readRoster(query) {
  const search = new URLSearchParams({ venue: page.venue.id, ...query });
  return (await get(`/api/roster?${search}`)).body ?? undefined;
}

/** List the students of a class or of a college's rest, or who is found by `q`; none without a
 * response. */
export const students = async (query) => (await readRoster(query))?.students ?? [];

/** Count whom the roster lists at all. */
export const listed = async () => (await readRoster({}))?.listed ?? 0;
