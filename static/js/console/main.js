// The console: draws the desk that the server pushes and sends what staff press.
import { hhmm } from "../shared/clock.js";
import { follow } from "../shared/connection.js";
import { dispatch } from "../shared/dispatch.js";
import { page, part, t } from "../shared/page.js";
import { draw, html } from "../shared/render.js";
import { actions } from "./actions.js";
import { current } from "./current.js";
import { every } from "./every.js";
import { header } from "./header.js";
import { listenToKeys } from "./keys.js";
import { closePanelWith, showPanel } from "./panel/show.js";
import { adding, queue } from "./queue.js";
import { openMenuOf } from "./menu.js";
import { showToast } from "./toast.js";
import { undoBar } from "./undo.js";
import { change, drawWith, view } from "./view.js";

function banner() {
  return view.live ? "" : html`${t("staff.lost_since", { time: hhmm(view.desk.at) })}`;
}

drawWith(() => {
  if (!view.desk) return draw(part("header"), html`<b>${t("staff.connecting")}</b>`);
  draw(part("header"), header(view));
  draw(part("stations"), view.station === "all" ? every(view) : current(view));
  part("stations").classList.toggle("every", view.station === "all");
  draw(part("undo"), undoBar(view.desk));
  draw(part("queue"), queue(view));
  draw(part("adding"), adding());
  showPanel(part("panel"), part("panel-body"));
  showToast(part("toast"), part("panel"));
  draw(part("banner"), banner());
  for (const fieldset of document.querySelectorAll("fieldset")) fieldset.disabled = !view.live;
});

listenToKeys();
dispatch(actions);
closePanelWith(part("panel"));
openMenuOf(part("pages"));

follow({
  venue: page.venue.id,
  role: "staff",
  onSnapshot: (desk) => change({ desk }),
  onLive: (live) => change({ live }),
  on: { presence: (presence) => change({ presence }) },
});
// Minutes pass without anything happening.
setInterval(() => change({}), 1000);
change({});
