// A ticket's phone page: how many are ahead, when to come, and a ring at the call.
import { hallNow, hhmmss, setClock } from "../shared/clock.js";
import { follow } from "../shared/connection.js";
import { dispatch } from "../shared/dispatch.js";
import { page, part, t } from "../shared/page.js";
import { draw, html } from "../shared/render.js";
import { keepLitAgain } from "./awake.js";
import { aside, called, finished, network, shooting, unreachable, withdrawn } from "./outcome.js";
import { reader } from "./reader.js";
import { arm, armed, ring, ringing, stop } from "./ring.js";
import { headline, tab, waiting } from "./waiting.js";

const DRAWN = {
  waiting, called, shooting, finished, withdrawn, held: aside, missed: aside, cancelled: aside,
};
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
  if (!ticket) return live || draw(part("ticket"), unreachable());
  document.body.dataset.state = ticket.state;
  document.title = tab(ticket);
  // The browser's own bar has the page's colour.
  part("bar").content = getComputedStyle(document.body).backgroundColor;
  // Without the link the minutes stand as they were last known.
  const now = live ? hallNow() : Date.parse(seen);
  const drawn = DRAWN[ticket.state](ticket, { now, live, armed: armed(), ringing: ringing() });
  draw(part("ticket"), [notes(), drawn]);
  draw(part("spoken"), html`${headline(ticket)}`);
}

/** What comes before the ticket: the network that was lost, what staff announce. */
const notes = () => html`<p class="notice off" ${live && html`hidden`}>${!live && network()}</p>
  <p class="notice" role="status" ${!ticket.notice && html`hidden`}>${ticket.notice}</p>`;

function updated() {
  const time = hhmmss(seen);
  if (live) return seen && html`<i></i>${t("phone.updated", { time })}`;
  return html`<i></i>${t("phone.lost")}${seen && html`<br>${t("phone.lost_since", { time })}`}`;
}

dispatch({ arm, stop }, { after: show });
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState !== "visible") return;
  keepLitAgain();
  now();
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
