// The balance: every class's account, drawn anew as the hall changes, and mended in the panels.
import { get } from "../shared/api.js";
import { hhmm } from "../shared/clock.js";
import { watch } from "../shared/connection.js";
import { page, t } from "../shared/page.js";
import { draw, html } from "../shared/render.js";
import { absencesActions, absencesPanel } from "./absences_panel.js";
import { balance, progress } from "./view.js";
import { showPanel } from "../console/panel/show.js";
import { panelActions } from "../console/panel/actions.js";
import { change, drawWith, view } from "../console/view.js";

// One fetch a second at most, however fast the hall changes.
const GAP_MS = 1000;
const byId = (id) => document.getElementById(id);

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
    if (status === 401) return location.reload();
    if (status === 200) account = body;
    else stale = true;
    change({});
    await new Promise((wake) => setTimeout(wake, GAP_MS));
  }
  asking = false;
}

function toast() {
  if (view.retrying) return html`<p class="retrying">${t("staff.retrying")}</p>`;
  return view.toast && html`<p>${view.toast(view.desk)}</p>`;
}

drawWith(() => {
  byId("lost").hidden = view.live || !view.desk;
  byId("lost").textContent = view.desk ? t("staff.lost_since", { time: hhmm(view.desk.at) }) : "";
  if (!account || !view.desk) return;
  draw(byId("progress"), progress(account));
  draw(byId("balance"), balance(account, onlyOpen));
  if (view.panel?.kind === "absences") absencesPanel(byId("panel"), byId("panel-body"));
  else showPanel(byId("panel"), byId("panel-body"));
  // An open dialog lies above everything outside it.
  const above = view.panel ? byId("panel") : document.body;
  if (byId("toast").parentNode !== above) above.append(byId("toast"));
  draw(byId("toast"), toast());
  byId("panel-body").disabled = !view.live;
});

const actions = {
  ...panelActions,
  ...absencesActions,
  only() {
    onlyOpen = !onlyOpen;
    change({});
  },
};
document.addEventListener("click", ({ target }) => {
  const pressed = target.closest("button[data-action]");
  if (pressed) actions[pressed.dataset.action](pressed.dataset);
  else if (target === byId("panel")) byId("panel").close();
});
document.addEventListener("change", ({ target }) => {
  if (target.dataset.changes) actions[target.dataset.changes](target.dataset, target.value);
});
document.addEventListener("submit", (event) => {
  event.preventDefault();
  actions[event.target.dataset.action](event.target.dataset, new FormData(event.target));
});
byId("panel").addEventListener("close", () => change({ panel: null }));

watch({
  venue: page.venue.id,
  role: "staff",
  onSnapshot(desk) {
    change({ desk });
    refresh();
  },
  onLive: (live, code) => (code === "signed_out" ? location.reload() : change({ live })),
  on: { signed_out: () => location.reload() },
});
