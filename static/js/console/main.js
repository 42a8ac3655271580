// The console: draws the desk that the server pushes and sends what staff press.
import { hallDay } from "../shared/clock.js";
import { showClock } from "../shared/clock_bar.js";
import { follow, lostLink } from "../shared/connection.js";
import { dispatch } from "../shared/dispatch.js";
import { page, part, t } from "../shared/page.js";
import { draw, html } from "../shared/render.js";
import { actions } from "./actions.js";
import { listenToKeys } from "./keys.js";
import { closePanelWith, showPanel } from "./panel/show.js";
import { phoneLayout } from "./phone/layout.js";
import { listenToSwipes } from "./phone/swipe.js";
import { showToast } from "./toast.js";
import { change, drawWith, view } from "./view.js";
import { wideLayout } from "./wide.js";

drawWith(() => {
  draw(part("banner"), view.live ? "" : lostLink(view.desk?.at));
  if (!view.desk) return draw(part("header"), view.live && html`<b>${t("staff.connecting")}</b>`);
  const drawn = view.phone ? phoneLayout(view) : wideLayout(view);
  for (const [id, content] of Object.entries(drawn)) draw(part(id), content);
  showPanel(part("panel"), part("panel-body"));
  showToast(part("toast"), part("panel"));
  for (const fieldset of document.querySelectorAll("fieldset")) fieldset.disabled = !view.live;
});

listenToKeys();
dispatch(actions);
closePanelWith(part("panel"));
listenToSwipes();

// The menu of every page leads here to close the day.
function openByAddress() {
  if (location.hash !== "#close_day") return;
  history.replaceState(null, "", location.pathname + location.search);
  actions.open({ kind: "close_day", date: hallDay() });
}

addEventListener("hashchange", openByAddress);
follow({
  venue: page.venue.id,
  role: "staff",
  onSnapshot(desk) {
    change({ desk });
    showClock(part("clock"), desk.clock, true);
    openByAddress();
  },
  onLive: (live) => change({ live }),
  on: { presence: (presence) => change({ presence }) },
});
// Minutes pass without anything happening.
setInterval(() => change({}), 1000);
change({});
