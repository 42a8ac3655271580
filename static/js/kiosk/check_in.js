// A check-in's way to the server, and which screen its response leads to.
import { hallDay } from "../shared/clock.js";
import { take } from "../shared/heads.js";
import { page } from "../shared/page.js";
import { Outbox } from "../shared/outbox.js";
import { newWalkIn } from "../shared/walk_in.js";
import { fields, here } from "./exception.js";
import { findClass, state } from "./state.js";

const PROBLEMS = { 403: "forbidden", 404: "unknown", 410: "unknown" };

const outbox = new Outbox(`paizhao.kiosk.${page.venue.id}`, hallDay);

/** Why a walk-in may be refused; a class that is there already has a screen of its own. */
const REFUSALS = ["already_checked_in", "not_eligible", "id_reused"];

function outcome({ status, body, command }) {
  if (status === 200 && body.ticket) return ["done", { outcome: body.ticket }];
  // Sent again after staff had undone it.
  if (status === 200) return ["problem", { outcome: { problem: "withdrawn" } }];
  const why = body?.reason ?? body?.code;
  if (why === "names_somebody") return ["count", { warning: why, part: "fee" }];
  const number = body?.ticket;
  const isThere = why === "already_checked_in" && command.type === "check_in";
  if (isThere) return ["already", { outcome: { number } }];
  const problem = REFUSALS.includes(why) ? why : (PROBLEMS[status] ?? "refused");
  return ["problem", { outcome: { problem, number } }];
}

/** Send a check-in; ends on the response's screen. */
export async function checkIn(command, show) {
  const { class_id: classId, college_id, kind, heads } = command;
  // Whoever it is, no name stays on the screen.
  const walkIn = kind ? { ...newWalkIn(kind), college_id, class_id: classId, heads } : null;
  show("sending", { classId, walkIn, part: "heads", typed: null });
  const response = await outbox.send(command);
  // Only a paired kiosk may send; what waits to be sent stays kept until it is paired again.
  if (response.status === 401) location.reload();
  else show(...outcome(response));
}

/** The class that the screen asks about, as a command. */
export const ofClass = () => ({
  type: "check_in",
  class_id: state.classId,
  ...fields(state),
});

/** Go on with what the page was sending when it was closed. */
export function resume(show) {
  const { pending } = outbox;
  if (!pending) return;
  const { class_id: classId, present, heads } = pending;
  const expected = findClass(classId)?.planned.expected ?? heads;
  state.split = take(here(expected), present ?? heads);
  checkIn(pending, show);
}
