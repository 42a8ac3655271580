// What the buttons of the panel do.
import { get, post } from "../api.js";
import { hallNow } from "../clock.js";
import { page, t } from "../page.js";
import { counted } from "./count.js";
import { amended, miss, missing, take, toAmend, toFinish } from "./heads.js";
import { find } from "./rows.js";
import { send } from "./send.js";
import { change, tell, view } from "./view.js";

const OPENED_WITH = {
  amend: (row) => ({ split: toAmend(row) }),
  finish: (row) => ({ split: toFinish(row, counted(row)) }),
  walk_in: () => ({ walk_in: "late", college_id: null, class_id: null, heads: 1 }),
};

const inPanel = (changes) => change({ panel: { ...view.panel, ...changes } });

/** Send a command and close the panel it came from; resolves to whether it was accepted. */
export async function sendAndClose(command) {
  const { panel } = view;
  const accepted = await send(command);
  if (accepted && view.panel?.kind === panel?.kind) change({ panel: null });
  return accepted;
}

async function fillWalkIn() {
  const answer = await get(`/api/roll?venue=${page.venue.id}`);
  if (view.panel?.kind === "walk_in") inPanel({ colleges: answer.body?.colleges });
}

export const panelActions = {
  close: () => change({ panel: null }),
  open({ kind, ticket, station }) {
    const more = OPENED_WITH[kind]?.(find(view.desk, ticket));
    change({ panel: { kind, ticket, station: Number(station) || undefined, ...more } });
    if (kind === "walk_in") fillWalkIn();
  },

  aim: ({ station }) => inPanel({ station: Number(station) }),
  "call-now"({ ticket, station, reason: code }) {
    const reason = t(`staff.call_reason.${code}`);
    sendAndClose({ type: "call_next", station: Number(station), ticket, reason });
  },
  transfer: ({ ticket, station }) =>
    sendAndClose({ type: "transfer", ticket, station: Number(station) }),

  take: ({ step }) => inPanel({ split: take(view.panel.split, Number(step)) }),
  miss: ({ reason, step }) => inPanel({ split: miss(view.panel.split, reason, Number(step)) }),
  "finish-split"() {
    const { ticket, split } = view.panel;
    sendAndClose({ type: "finish", ticket, photographed: split.taken, missed: missing(split) });
  },
  amend() {
    const { ticket, split } = view.panel;
    sendAndClose({ type: "amend", ticket, ...amended(split, find(view.desk, ticket)) });
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

  async "sign-out"() {
    const { status } = await post("/api/sign-out");
    if (status === 204) return location.reload();
    tell(() => t("common.code.offline"));
  },
};
