// The balance: every class's account, drawn anew as the hall changes, and mended in the panels.
import { get } from "../shared/api.js";
import { follow, lostLink } from "../shared/connection.js";
import { dispatch } from "../shared/dispatch.js";
import { page, part } from "../shared/page.js";
import { draw } from "../shared/render.js";
import { absencesActions, absencesPanel } from "./absences_panel.js";
import { balance, progress } from "./view.js";
import { panelActions } from "../console/panel/actions.js";
import { closePanelWith, showPanel } from "../console/panel/show.js";
import { showToast } from "../console/toast.js";
import { change, drawWith, view } from "../console/view.js";

// One fetch a second at most, however fast the hall changes.
const GAP_MS = 1000;

let account = null;
let onlyOpen = false;
let asking = false;
let stale = false;

async function refresh() {
  stale = true;
  if (asking) return;
  asking = true;
  while (stale) {
    stale = false;
    const { status, body } = await get(`/api/balance?venue=${page.venue.id}`);
    if (status === 200) account = body;
    else stale = true;
    change({});
    await new Promise((wake) => setTimeout(wake, GAP_MS));
  }
  asking = false;
}

drawWith(() => {
  part("lost").hidden = view.live;
  part("lost").textContent = lostLink(view.desk?.at);
  if (!account && !view.live) draw(part("balance"), "");
  if (!account || !view.desk) return;
  draw(part("progress"), progress(account));
  draw(part("balance"), balance(account, onlyOpen));
  if (view.panel?.kind === "absences") absencesPanel(part("panel"), part("panel-body"));
  else showPanel(part("panel"), part("panel-body"));
  showToast(part("toast"), part("panel"));
  part("panel-body").disabled = !view.live;
});

const actions = {
  ...panelActions,
  ...absencesActions,
  only() {
    onlyOpen = !onlyOpen;
    change({});
  },
};
dispatch(actions);
closePanelWith(part("panel"));

follow({
  venue: page.venue.id,
  role: "staff",
  onSnapshot(desk) {
    change({ desk });
    refresh();
  },
  onLive: (live) => change({ live }),
});
