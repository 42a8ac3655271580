// The hall's screens as staff see them, and what they set for the walls.
import { get, post } from "../shared/api.js";
import { follow, lostLink } from "../shared/connection.js";
import { dispatch } from "../shared/dispatch.js";
import { page, part, t } from "../shared/page.js";
import { draw, html } from "../shared/render.js";
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
  <div>${device.trouble === "away" ? html`<b>${deviceName(device)}</b>` : nameForm(device)}
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
  draw(part("lost"), lostLink(at));
}

async function readSettings() {
  const { status, body } = await get(`/api/walls?venue=${page.venue.id}`);
  if (status === 200) {
    if (part("settings").children.length === 0) draw(part("settings"), settingsForm(body.settings));
    draw(part("voice"), t("staff.device.voice", body.voice));
  }
  // Clips go on being rendered for a while after the start.
  if (status !== 200 || body.voice.ready < body.voice.all) setTimeout(readSettings, READ_MS);
}

// Nobody has to type into a television: its name and margin are set here.
const nameForm = ({ id, role, name, number, margin }) => html`<form class="naming" data-action="set" data-id="${id}">
  <input class="field" name="name" maxlength="24" value="${name}" placeholder="${t(`staff.device.${role}`, { n: number })}"
    aria-label="${t("staff.device.name")}">
  ${role === "display" && html`<label>${t("staff.device.margin")}
    <input type="range" name="margin" data-input="margin" min="0" max="10" step="0.5" value="${margin}"></label>`}
  <button class="button">${t("staff.device.name_it")}</button></form>`;

const setScreen = (form) =>
  post("/api/walls/screen", {
    ...about(form.dataset.id),
    name: form.elements.name.value,
    margin: form.elements.margin ? Number(form.elements.margin.value) : 0,
  });

const notify = (key) => draw(part("told"), t(key));

dispatch({
  async test({ id }) {
    const { status } = await post("/api/walls/test", about(id));
    notify(status === 204 ? "staff.device.tested" : "error.no_answer");
  },
  forget: ({ id }) => post("/api/walls/forget", about(id)),
  async set(_, entered, form) {
    const { status } = await setScreen(form);
    notify(status === 204 ? "staff.device.set" : "error.no_answer");
  },
  margin: (_, percent, { form }) => setScreen(form),
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
