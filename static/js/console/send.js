// Commands leave one after another in the order of the presses.
import { make, sendUntilAnswered } from "../shared/sender.js";
import { change, notify, view } from "./view.js";
import { refusal } from "./words.js";

const WAITS_MS = [700];
const GIVE_UP_MS = 20000;

let before = Promise.resolve();

/** What a command keeps busy: counting must not block the class's other buttons. */
const subjectOf = ({ type, ticket, station }) =>
  String(type === "count" ? `count ${ticket}` : (ticket ?? station ?? type));

/** Send a command and notify staff when it is refused; resolves to whether it was accepted. */
export async function send(command) {
  const made = make(command);
  const subject = subjectOf(command);
  const until = performance.now() + GIVE_UP_MS;
  view.busy.set(subject, Infinity);
  change({});
  before = before.then(() => deliver(made, until));
  const response = await before;
  if (response.status === 200) {
    view.busy.set(subject, response.body.version);
    change({});
    return true;
  }
  view.busy.delete(subject);
  notify((desk) => refusal(response.body, command, desk));
  return false;
}

async function deliver(made, until) {
  const onWaiting = () => change({ retrying: true });
  const response = await sendUntilAnswered(made, { until, onWaiting, waits: WAITS_MS });
  change({ retrying: false });
  return response;
}
