// The hall's screens as staff see them, and what they set for the walls.
import { get, post } from "../shared/api.js";
import { follow } from "../shared/connection.js";
import { dispatch } from "../shared/dispatch.js";
import { page, part, t } from "../shared/page.js";
import { draw, html } from "../shared/render.js";
import { hhmm } from "../shared/clock.js";
import { deviceName, lastHeard } from "../console/devices.js";
import { read, settingsForm } from "./wall_settings.js";

const READ_MS = 3000;

const about = (id) => ({ venue: page.venue.id, id });
let at = null;

function show({ devices }) {
  draw(part("devices"), html`${devices.map(row)}
    ${devices.length === 0 && html`<li id="none">${t("staff.device.none")}</li>`}`);
}

const row = (device) => html`<li id="device-${device.id}" class="${device.trouble ?? "ok"}">
  <div><b>${deviceName(device)}</b>
    <small>${facts(device).join(" · ")}</small>
    ${device.trouble && html`<small class="help">${t(`staff.device.${device.trouble}_help`)}</small>`}</div>
  <span class="chip ${device.trouble ? "bad" : "good"}">${t(`staff.device.${device.trouble ?? "ok"}`)}</span>
  ${device.role === "display" && device.trouble !== "away" && button(device, "test")}
  ${device.trouble === "away" && button(device, "forget")}
</li>`;

const facts = (device) => [
  lastHeard(device),
  t("staff.device.version", { n: device.version }),
  ...(device.sound ? [t(`staff.device.sound.${device.sound}`)] : []),
];

const button = ({ id }, action) => html`<button class="button" data-action="${action}"
  data-id="${id}">${t(`staff.device.${action}`)}</button>`;

function link(live) {
  part("lost").hidden = live;
  draw(part("lost"), t("staff.lost_since", { time: hhmm(at) }));
}

async function readSettings() {
  const { status, body } = await get(`/api/walls?venue=${page.venue.id}`);
  if (status === 401) return location.reload();
  if (status === 200) {
    if (part("settings").children.length === 0) draw(part("settings"), settingsForm(body.settings));
    draw(part("voice"), t("staff.device.voice", body.voice));
  }
  // Clips go on being rendered for a while after the start.
  if (status !== 200 || body.voice.ready < body.voice.all) setTimeout(readSettings, READ_MS);
}

const notify = (key) => draw(part("told"), t(key));

dispatch({
  async test({ id }) {
    const { status } = await post("/api/walls/test", about(id));
    notify(status === 204 ? "staff.device.tested" : "error.no_answer");
  },
  forget: ({ id }) => post("/api/walls/forget", about(id)),
  volume: (_, percent, { nextElementSibling: shown }) => (shown.textContent = `${percent}%`),
  async save(_, form) {
    const { status } = await post("/api/walls", { venue: page.venue.id, settings: read(form) });
    notify(status === 204 ? "staff.device.saved" : "staff.device.unsaved");
  },
});

readSettings();
follow({
  venue: page.venue.id,
  role: "staff",
  onSnapshot: (desk) => (at = desk.at),
  onLive: link,
  on: { presence: show },
});
