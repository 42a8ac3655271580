// A ticket's phone page: how many are ahead, when to come, and a ring at the call.
import { hallNow, hhmmss, setClock } from "../shared/clock.js";
import { follow } from "../shared/connection.js";
import { dispatch } from "../shared/dispatch.js";
import { page, part, t } from "../shared/page.js";
import { draw, html } from "../shared/render.js";
import { called, finished, message, shooting } from "./outcome.js";
import { reader } from "./reader.js";
import { arm, armed, ring, ringing, stop } from "./ring.js";
import { headline, waiting } from "./waiting.js";

const DRAWN = { waiting, called, shooting, finished };
const OLD_MS = 60000;

let ticket = null;
let live = true;
let readAt = -Infinity;
let seen = null;

const { now, soon } = reader(page.token, take, () => link(false));

function take(read) {
  if (read.at) setClock((seen = read.at));
  if (read.state !== "called") stop();
  else if (armed() && isNewCall(read)) ring();
  ticket = read;
  readAt = performance.now();
  link(true);
}

const isNewCall = ({ recalls, station }) =>
  !ticket || ticket.state !== "called" || recalls > ticket.recalls || station !== ticket.station;

function onBoard(board) {
  seen = board.at;
  if (ticket && ticket.version >= board.version && performance.now() - readAt < OLD_MS) return show();
  const ours = ticket && board.stations.some((station) => station.ticket === ticket.number);
  (ours ? now : soon)();
}

function link(isLive) {
  live = isLive;
  show();
}

function show() {
  document.body.classList.toggle("lost", !live);
  draw(part("updated"), updated());
  if (!ticket) return;
  document.body.dataset.state = ticket.state;
  const drawn = DRAWN[ticket.state] || message;
  // Without the link the minutes stand as they were last known.
  const now = live ? hallNow() : Date.parse(seen);
  draw(part("ticket"), drawn(ticket, { now, live, armed: armed(), ringing: ringing() }));
  draw(part("spoken"), html`${headline(ticket)}`);
}

function updated() {
  const time = hhmmss(seen);
  if (live) return seen && html`<i></i>${t("phone.updated", { time })}`;
  return html`<i></i>${t("phone.lost")}${seen && html`<br>${t("phone.lost_since", { time })}`}`;
}

dispatch({ arm, stop }, { after: show });
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") now();
});

setInterval(show, 10000);
now();
follow({
  venue: page.venue.id,
  role: "phone",
  onSnapshot: onBoard,
  onLive: (isLive) => {
    if (isLive && !live) soon();
    link(isLive);
  },
});
