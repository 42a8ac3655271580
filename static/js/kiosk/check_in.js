// A check-in's way to the server, and which screen its answer leads to.
import { hallDay } from "../clock.js";
import { page } from "../page.js";
import { Outbox } from "../outbox.js";
import { state } from "./state.js";

const PROBLEMS = { 403: "forbidden", 404: "unknown", 410: "unknown" };

/** Only a paired kiosk may send; what waits to be sent stays kept until it is paired again. */
const onWaiting = (status) => status === 401 && location.reload();

const outbox = new Outbox(`paizhao.kiosk.${page.venue.id}`, hallDay, onWaiting);

function outcome({ status, body }) {
  if (status === 200 && body.ticket) return ["done", body.ticket];
  // Sent again after staff had undone it.
  if (status === 200) return ["problem", { problem: "withdrawn" }];
  if (body?.reason === "already_checked_in") return ["already", { number: body.ticket }];
  if (body?.code === "id_reused") return ["problem", { problem: "id_reused" }];
  return ["problem", { problem: PROBLEMS[status] ?? "refused" }];
}

/** Send the chosen class, or what an earlier page left unsent; ends on the answer's screen. */
export async function checkIn(command, show) {
  const { class_id: classId, present } = outbox.pending ?? command;
  show("sending", { classId, present, typed: null });
  const answer = await outbox.send(command);
  const [screen, result] = outcome(answer);
  show(screen, { outcome: result });
}

/** The class that the screen asks about, as a command. */
export const command = () => ({
  type: "check_in",
  venue: page.venue.id,
  class_id: state.classId,
  present: state.present,
});

/** Go on with what the page was sending when it was closed. */
export const resume = (show) => outbox.pending && checkIn(outbox.pending, show);
