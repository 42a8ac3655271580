// A check-in's way to the server, or its withdrawal's, and which screen the response leads to.
import { hallDay } from "../shared/clock.js";
import { take } from "../shared/heads.js";
import { page } from "../shared/page.js";
import { Outbox } from "../shared/outbox.js";
import { newWalkIn } from "../shared/walk_in.js";
import { forget } from "./draft.js";
import { fields, here } from "./exception.js";
import { findClass, findTicket, state } from "./state.js";

// The screen that shows what each command is about.
const SHOWN = { check_in: "count", check_in_walk_in: "walk_in", rejoin: "rejoin", undo: "withdraw" };
const PROBLEMS = { 403: "forbidden", 404: "unknown", 410: "unknown" };

const outbox = new Outbox(`paizhao.kiosk.${page.venue.id}`, hallDay);

/** Why something may be refused; a class that is there already has a screen of its own. */
const REFUSALS = [
  "already_checked_in", "not_eligible", "id_reused", "cannot_undo", "illegal_transition",
];

function outcome({ status, body, command }) {
  const { type } = command;
  if (status === 200 && type === "undo") return ["withdrawn", {}];
  if (status === 200 && body.ticket) return ["done", { outcome: { ...body.ticket, type, version: body.version } }];
  // Sent again after staff had undone it.
  if (status === 200) return ["problem", { outcome: { problem: "withdrawn" } }];
  const why = body?.reason ?? body?.code;
  if (why === "names_somebody") return ["count", { warning: why, part: "fee" }];
  const number = body?.ticket ?? (type === "undo" ? state.outcome?.number : undefined);
  const isThere = why === "already_checked_in" && type === "check_in";
  if (isThere) return ["already", { outcome: { number } }];
  // A kiosk that may not withdraw is not one that may not check in.
  const refused = type === "undo" ? "cannot_undo" : (PROBLEMS[status] ?? "refused");
  const problem = REFUSALS.includes(why) ? why : refused;
  return ["problem", { outcome: { problem, number } }];
}

/** Return who comes without their class, as a command says it; null for a class. */
function walkInOf({ type, kind, college_id, class_id, heads, ticket, count }) {
  if (kind) return { ...newWalkIn(kind), college_id, class_id, heads };
  if (type !== "rejoin") return null;
  const class_of = findTicket(ticket)?.planned.class_id ?? null;
  return { ...newWalkIn("late"), class_id: class_of, heads: count ?? 1 };
}

/** Send a command; ends on the response's screen. */
export async function send(command, show) {
  // Whoever it is, no name stays on the screen.
  const walkIn = walkInOf(command);
  const classId = walkIn?.class_id ?? command.class_id ?? state.classId;
  show("sending", { sent: SHOWN[command.type], classId, walkIn, part: "heads", typed: null });
  forget();
  show(...outcome(await outbox.send(command)));
}

/** The class that the screen asks about, as a command. */
export const ofClass = () => ({
  type: "check_in",
  class_id: state.classId,
  ...fields(state),
});

/** The check-in on the last page, as the command that takes it back. */
export const withdrawal = () => ({ type: "undo", version: state.outcome.version });

/** Go on with what the page was sending when it was closed. */
export function resume(show) {
  const { pending } = outbox;
  if (!pending) return;
  const { class_id: classId, present, heads } = pending;
  const expected = findClass(classId)?.planned.expected ?? heads;
  if (present ?? heads) state.split = take(here(expected), present ?? heads);
  send(pending, show);
}
