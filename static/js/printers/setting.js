// What is done while a printer is set up, on the page's state.
import { post } from "../shared/api.js";
import { page } from "../shared/page.js";
import { better, parse, uriOf } from "./address.js";

// A test page and a scan of a whole network take as long as the server waits for them.
export const LONG_MS = 35000;

/** Start setting a printer up; `index` is its place among those in use. */
export function begin(state, { name, uri, venue = page.venue.id }, index = null) {
  state.setup = { ...parse(uri), name, uri, venue, index, answers: {} };
}

/** Print the test page; `show` draws the state. */
export async function print(state, show, succeeded) {
  const { setup } = state;
  Object.assign(setup, { printing: true, outcome: "" });
  show();
  const response = await post("/api/printers/try", { uri: uriOf(setup) }, LONG_MS);
  Object.assign(setup, { printing: false, changed: false });
  if (succeeded(response)) setup.outcome = response.body.outcome;
}

/** Take an answer; what is not right is chosen anew and wants another test page. */
export function reply({ setup }, question, isRight) {
  setup.answers[question] = isRight;
  if (isRight) return;
  const choice = better(setup.choice, question);
  Object.assign(setup, { choice, changed: true, outcome: "", answers: {} });
}

/** Use these printers and no others. */
export async function use(state, printers, succeeded) {
  const response = await post("/api/printers", { printers });
  if (!succeeded(response)) return false;
  Object.assign(state, { shown: response.body, setup: null });
  return true;
}

/** List the printers in use. */
export const inUse = (state) => state.shown.used.map(({ printer }) => printer);

/** Return the printers with the new one in its place. */
export function withNew(state) {
  const { setup } = state;
  const printer = { name: setup.name, uri: uriOf(setup), venue: setup.venue || null };
  const others = inUse(state).filter((_, i) => i !== setup.index);
  const index = setup.index ?? others.length;
  const all = [...others.slice(0, index), printer, ...others.slice(index)];
  // The virtual printer only stands in where there is no real one.
  const isCovered = !printer.venue || page.venues.every(({ id }) => all.some((p) => p.venue === id));
  return isCovered ? all.filter((p) => p === printer || p.uri !== "virtual:") : all;
}
