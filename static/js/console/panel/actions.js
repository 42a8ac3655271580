// What the buttons of the panel do.
import { post } from "../../shared/api.js";
import { hallNow } from "../../shared/clock.js";
import { t } from "../../shared/page.js";
import { readFee } from "./fee.js";
import { fetchNames, headsActions, HEADS_OPENED_WITH } from "./heads_actions.js";
import { WALK_IN, walkInActions } from "./walk_in_actions.js";
import { find } from "../rows.js";
import { send } from "../send.js";
import { change, notify, view } from "../view.js";

const OPENED_WITH = { ...HEADS_OPENED_WITH, walk_in: () => WALK_IN };

const inPanel = (changes) => change({ panel: { ...view.panel, ...changes } });

/** Send a command and close the panel it came from; resolves to whether it was accepted. */
export async function sendAndClose(command) {
  const { panel } = view;
  const accepted = await send(command);
  if (accepted && view.panel?.kind === panel?.kind) change({ panel: null });
  return accepted;
}

export const panelActions = {
  ...headsActions({ inPanel, sendAndClose }),
  ...walkInActions({ inPanel, sendAndClose }),
  close: () => change({ panel: null }),
  open({ kind, ticket, station }) {
    const row = find(view.desk, ticket);
    const more = OPENED_WITH[kind]?.(row);
    change({ panel: { kind, ticket, station: Number(station) || undefined, ...more } });
    if (kind === "walk_in") panelActions["fill-walk-in"]();
    if (more?.split && row.kind === "class") fetchNames(row);
  },

  aim: ({ station }) => inPanel({ station: Number(station) }),
  "call-now": ({ ticket, station, reason }) =>
    sendAndClose({ type: "call_next", station: Number(station), ticket, reason }),
  transfer: ({ ticket, station }) =>
    sendAndClose({ type: "transfer", ticket, station: Number(station) }),

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

  async "sign-out"() {
    const { status } = await post("/api/sign-out");
    if (status === 204) return location.reload();
    notify(() => t("common.code.offline"));
  },
};
