// Counting runs ahead of the server: quick presses add up, and only the newest sum is sent.
import { send } from "./send.js";
import { change, isBusy, view } from "./view.js";

const wanted = new Map();
const subject = (row) => `count ${row.ticket}`;

/** How many heads are photographed, presses still on their way included. */
export const counted = (row) => (isBusy(subject(row)) ? wanted.get(row.ticket) : row.photographed);

/** Add so many heads to a ticket's count, within none and all. */
export async function count(row, step) {
  const sum = Math.min(Math.max(counted(row) + step, 0), row.heads);
  const onItsWay = view.busy.get(subject(row)) === Infinity;
  wanted.set(row.ticket, sum);
  change({});
  if (onItsWay) return;
  let sent = row.photographed;
  let accepted = true;
  while (accepted && sent !== wanted.get(row.ticket)) {
    sent = wanted.get(row.ticket);
    accepted = await send({ type: "count", ticket: row.ticket, photographed: sent });
  }
}
