// What each button does; the page hands over the data- attributes of the one that was pressed.
import { t } from "../shared/page.js";
import { count, counted } from "./count.js";
import { panelActions, sendAndClose } from "./panel/actions.js";
import { find } from "./rows.js";
import { send } from "./send.js";
import { change, rest, notify, view, work } from "./view.js";
import { named } from "./words.js";

export const actions = {
  ...panelActions,
  work({ station }) {
    work(station === "all" ? "all" : Number(station));
    change({ panel: null });
  },
  choose: ({ station }) => change({ chosen: Number(station) }),
  fold: () => change({ finished: !view.finished }),

  call: ({ station, expects }) => send({ type: "call_next", station: Number(station), expects }),
  async command({ type, ticket }) {
    const whom = named(find(view.desk, ticket));
    if (!(await sendAndClose({ type, ticket }))) return;
    // The same key starts and finishes; a double press must not do both.
    if (type === "start") rest(ticket);
    if (type === "reprint") notify(() => t("staff.reprinting", { whom }));
  },
  count: ({ ticket, step }) => count(find(view.desk, ticket), Number(step)),
  finish({ ticket }) {
    const row = find(view.desk, ticket);
    const n = counted(row);
    if (n > 0 && n < row.heads) return panelActions.open({ kind: "finish", ticket });
    send({ type: "finish", ticket, photographed: row.heads });
  },
  undo: ({ version }) => send({ type: "undo", version: Number(version) }),
  "set-station": ({ station, state }) =>
    send({ type: "set_station", station: Number(station), state }),
};
