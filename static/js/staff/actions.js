// What each button does; the page hands over the data- attributes of the one that was pressed.
import { get } from "../api.js";
import { hallNow } from "../clock.js";
import { page, t } from "../page.js";
import { count, counted } from "./count.js";
import { miss, missing, take, toAmend, toFinish } from "./heads.js";
import { find } from "./rows.js";
import { send } from "./send.js";
import { change, tell, view, work } from "./view.js";
import { named } from "./words.js";

// The same key starts and finishes; a double press must not do both.
const SETTLE_MS = 2000;

const close = () => change({ panel: null });
const inPanel = (changes) => change({ panel: { ...view.panel, ...changes } });
const sendAndClose = async (command) => (await send(command)) && close();
const rowOf = (ticket) => find(view.desk, ticket);

const OPENED_WITH = {
  amend: (row) => ({ split: toAmend(row) }),
  finish: (row) => ({ split: toFinish(row, counted(row)) }),
  walk_in: () => ({ walk_in: "late", college_id: null, class_id: null, heads: 1 }),
};

async function fillWalkIn() {
  const answer = await get(`/api/roll?venue=${page.venue.id}`);
  if (view.panel?.kind === "walk_in") inPanel({ colleges: answer.body?.colleges ?? [] });
}

export const actions = {
  close,
  open({ kind, ticket, station }) {
    const more = OPENED_WITH[kind]?.(rowOf(ticket));
    change({ panel: { kind, ticket, station: Number(station) || undefined, ...more } });
    if (kind === "walk_in") fillWalkIn();
  },
  work: ({ station }) => work(station === "all" ? "all" : Number(station)),
  fold: () => change({ finished: !view.finished }),

  call: ({ station, expects }) => send({ type: "call_next", station: Number(station), expects }),
  aim: ({ station }) => inPanel({ station: Number(station) }),
  "call-now": ({ ticket, station, reason }) =>
    sendAndClose({
      type: "call_next", station: Number(station), ticket, reason: t(`staff.call_reason.${reason}`),
    }),
  transfer: ({ ticket, station }) =>
    sendAndClose({ type: "transfer", ticket, station: Number(station) }),
  async command({ type, ticket }) {
    const whom = named(rowOf(ticket));
    if (!(await send({ type, ticket }))) return;
    close();
    if (type === "reprint") tell(() => t("staff.reprinting", { whom }));
  },
  undo: ({ version }) => send({ type: "undo", version: Number(version) }),
  "set-station": ({ station, state }) =>
    send({ type: "set_station", station: Number(station), state }),

  count: ({ ticket, step }) => count(rowOf(ticket), Number(step)),
  finish({ ticket }) {
    const row = rowOf(ticket);
    if (hallNow() - Date.parse(row.started_at) < SETTLE_MS) return;
    const n = counted(row);
    if (n > 0 && n < row.heads) return actions.open({ kind: "finish", ticket });
    send({ type: "finish", ticket, photographed: row.heads });
  },
  take: ({ step }) => inPanel({ split: take(view.panel.split, Number(step)) }),
  miss: ({ reason, step }) => inPanel({ split: miss(view.panel.split, reason, Number(step)) }),
  "finish-split"() {
    const { ticket, split } = view.panel;
    sendAndClose({ type: "finish", ticket, photographed: split.taken, missed: missing(split) });
  },
  amend() {
    const { ticket, split } = view.panel;
    const present = split.taken !== rowOf(ticket).heads && { present: split.taken };
    const absent = missing(split).length > 0 && { absent: missing(split) };
    sendAndClose({ type: "amend", ticket, ...present, ...absent });
  },
  fee({ ticket }, form) {
    const fee = { ...Object.fromEntries(form), paid_yuan: Number(form.get("paid_yuan")) };
    sendAndClose({ type: "amend", ticket, fee });
  },

  choose({ field, value }) {
    const again = field === "class_id" && view.panel.class_id === value;
    const elsewhere = field === "college_id" && { class_id: null };
    inPanel({ ...elsewhere, [field]: again ? null : value });
  },
  "walk-in-heads": ({ step }) => inPanel({ heads: view.panel.heads + Number(step) }),
  "walk-in"() {
    const { walk_in: kind, college_id, class_id, heads } = view.panel;
    sendAndClose({ type: "check_in_walk_in", kind, college_id, class_id, heads });
  },

  phrase: ({ text }) => (document.getElementById("announcement").value = text),
  announce(_, form) {
    const minutes = Number(form.get("minutes"));
    const until = minutes ? new Date(hallNow() + minutes * 60000).toISOString() : null;
    sendAndClose({ type: "announce", text: form.get("text"), until });
  },
  "announce-nothing": () => sendAndClose({ type: "announce", text: "" }),
};
