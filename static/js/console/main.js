// The console: draws the desk that the server pushes and sends what staff press.
import { hhmm } from "../shared/clock.js";
import { watch } from "../shared/connection.js";
import { page, t } from "../shared/page.js";
import { draw, html } from "../shared/render.js";
import { actions } from "./actions.js";
import { current } from "./current.js";
import { every } from "./every.js";
import { header } from "./header.js";
import { listenToKeys } from "./keys.js";
import { showPanel } from "./panel/show.js";
import { adding, queue } from "./queue.js";
import { undoBar } from "./undo.js";
import { change, drawWith, view } from "./view.js";

const byId = (id) => document.getElementById(id);

function toast() {
  if (view.retrying) return html`<p class="retrying">${t("staff.retrying")}</p>`;
  return view.toast && html`<p>${view.toast(view.desk)}</p>`;
}

/** An open dialog lies above everything outside it. */
function place(element) {
  const above = view.panel ? byId("panel") : document.body;
  if (element.parentNode !== above) above.append(element);
}

function banner() {
  return view.live ? "" : html`${t("staff.lost_since", { time: hhmm(view.desk.at) })}`;
}

drawWith(() => {
  if (!view.desk) return draw(byId("header"), html`<b>${t("staff.connecting")}</b>`);
  draw(byId("header"), header(view));
  draw(byId("stations"), view.station === "all" ? every(view) : current(view));
  draw(byId("undo"), undoBar(view.desk));
  draw(byId("queue"), queue(view));
  draw(byId("adding"), adding());
  showPanel(byId("panel"), byId("panel-body"));
  place(byId("toast"));
  draw(byId("toast"), toast());
  draw(byId("banner"), banner());
  for (const fieldset of document.querySelectorAll("fieldset")) fieldset.disabled = !view.live;
});

document.addEventListener("click", (event) => {
  const pressed = event.target.closest("button");
  if (!pressed) return;
  // A finger's press leaves no focus behind, so that the space bar stays the console's.
  if (event.detail) pressed.blur();
  actions[pressed.dataset.action]?.(pressed.dataset);
});
document.addEventListener("submit", (event) => {
  event.preventDefault();
  actions[event.target.dataset.action](event.target.dataset, new FormData(event.target));
});
document.addEventListener("input", ({ target }) => {
  if ("find" in target.dataset) actions.find(target.value.trim());
});
byId("panel").addEventListener("close", () => change({ panel: null }));
byId("panel").addEventListener("click", (event) => {
  if (event.target === byId("panel")) byId("panel").close();
});
listenToKeys();

/** A session that ended leads to the sign-in page. */
const signIn = () => location.reload();

watch({
  venue: page.venue.id,
  role: "staff",
  onSnapshot: (desk) => change({ desk }),
  onLive: (live, code) => (code === "signed_out" ? signIn() : change({ live })),
  on: { presence: (presence) => change({ presence }), signed_out: signIn },
});
// Minutes pass without anything happening.
setInterval(() => change({}), 1000);
change({});
