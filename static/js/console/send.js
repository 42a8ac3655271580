// Commands leave one after another in the order of the presses, each under one id until answered.
import { newId, post } from "../shared/api.js";
import { page } from "../shared/page.js";
import { change, tell, view } from "./view.js";
import { refusal } from "./words.js";

const RETRY_MS = 700;
const GIVE_UP_MS = 20000;
// Answers after which the same command may still succeed; it keeps its id, so it happens once.
const MAY_SUCCEED = (status) => status === 0 || status === 429 || status >= 500;

let before = Promise.resolve();

/** What a command keeps busy: counting must not block the class's other buttons. */
const subjectOf = ({ type, ticket, station }) =>
  String(type === "count" ? `count ${ticket}` : (ticket ?? station ?? type));

/** Send a command and tell staff when it is refused; resolves to whether it was accepted. */
export async function send(command) {
  const body = { id: newId(), venue: page.venue.id, ...command };
  const subject = subjectOf(command);
  const until = performance.now() + GIVE_UP_MS;
  view.busy.set(subject, Infinity);
  change({});
  before = before.then(() => deliver(body, until));
  const answer = await before;
  if (answer.status === 200) {
    view.busy.set(subject, answer.body.version);
    change({});
    return true;
  }
  view.busy.delete(subject);
  if (answer.status === 401) location.reload();
  tell((desk) => refusal(answer.body, command, desk));
  return false;
}

async function deliver(body, until) {
  for (;;) {
    const answer = await post("/api/commands", body);
    const again = MAY_SUCCEED(answer.status) && performance.now() < until;
    change({ retrying: again });
    if (!again) return answer;
    await new Promise((wake) => setTimeout(wake, RETRY_MS));
  }
}
