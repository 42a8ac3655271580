// What the buttons of the panel do.
import { hallNow } from "../../shared/clock.js";
import { fetchAccount } from "./close_day.js";
import { readFee } from "./fee.js";
import { fetchNames, headsActions, HEADS_OPENED_WITH } from "./heads_actions.js";
import { takeBackActions, toCallAgain } from "./take_back.js";
import { WALK_IN, walkInActions } from "./walk_in_actions.js";
import { find } from "../rows.js";
import { send } from "../send.js";
import { change, view } from "../view.js";

const OPENED_WITH = { ...HEADS_OPENED_WITH, again: toCallAgain, walk_in: () => WALK_IN };

const inPanel = (changes) => change({ panel: { ...view.panel, ...changes } });

/** Send a command and close the panel it came from; resolves to whether it was accepted. */
export async function sendAndClose(command) {
  const { panel } = view;
  const accepted = await send(command);
  // In the queue more may follow, unless the hall was told something.
  const stays = panel?.kind === "queue" && command.type !== "call_next";
  if (accepted && !stays && view.panel?.kind === panel?.kind) change({ panel: null });
  return accepted;
}

export const panelActions = {
  ...headsActions({ inPanel, sendAndClose }),
  ...takeBackActions({ inPanel, sendAndClose }),
  ...walkInActions({ inPanel, sendAndClose }),
  close: () => change({ panel: null }),
  open({ kind, ticket, station, date }) {
    const row = find(view.desk, ticket);
    // Somebody else cancelled or undid it meanwhile.
    if (ticket && !row) return;
    const more = OPENED_WITH[kind]?.(row);
    change({ panel: { kind, ticket, station: Number(station) || undefined, date, ...more } });
    if (kind === "walk_in") panelActions["fill-walk-in"]();
    if (kind === "close_day") fetchAccount(date);
    if (more?.split && row.kind === "class") fetchNames(row);
  },

  unfold: ({ ticket }) =>
    inPanel({ unfolded: view.panel.unfolded === ticket ? null : ticket, station: undefined }),
  aim: ({ station }) => inPanel({ station: Number(station) }),
  "call-now": ({ ticket, station, reason }) =>
    sendAndClose({ type: "call_next", station: Number(station), ticket, reason }),
  transfer: ({ ticket, station }) =>
    sendAndClose({ type: "transfer", ticket, station: Number(station) }),
  swap: ({ ticket, other }) => sendAndClose({ type: "swap", ticket, other }),
  "close-day": ({ date }) => sendAndClose({ type: "close_day", date }),

  fee({ ticket }, form) {
    const { fee, differs } = readFee(form, find(view.desk, ticket));
    if (differs) return inPanel({ differs });
    sendAndClose({ type: "amend", ticket, fee });
  },
  "fee-note": ({ text }) => (document.getElementById("fee-note").value = text),

  phrase: ({ text }) => (document.getElementById("announcement").value = text),
  announce(_, form) {
    const minutes = Number(form.get("minutes"));
    const until = minutes ? new Date(hallNow() + minutes * 60000).toISOString() : null;
    sendAndClose({ type: "announce", text: form.get("text"), until });
  },
  "announce-nothing": () => sendAndClose({ type: "announce", text: "" }),
};
