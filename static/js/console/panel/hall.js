// What concerns the whole hall: words for the wall, and the devices around the console.
import { page, t } from "../../shared/page.js";
import { html } from "../../shared/render.js";
import { deviceName, troubled } from "../devices.js";
import { hasDraft, here, stateOf } from "../header.js";
import { off } from "../parts.js";
import { isBusy } from "../view.js";

const PHRASES = ["quiet", "equipment", "break"];
const MINUTES = [5, 15, 30, 0];

/** Ask for a text and how long it stands; 0 minutes are until it is taken away. */
export function announce() {
  const phrase = (name) => html`<button type="button" class="key" data-action="phrase"
    data-text="${t(`staff.phrase.${name}`)}">${t(`staff.phrase.${name}`)}</button>`;
  const minutes = (n, i) => html`<label class="choice"><input type="radio" name="minutes"
    value="${n}" ${i === 0 && "checked"}><span>${n ? t("staff.minutes", { n }) : t("staff.for_good")}</span></label>`;
  return html`<form id="announce" data-action="announce">
    <label>${t("staff.announce_text")}
      <input name="text" id="announcement" maxlength="80" required autofocus autocomplete="off"></label>
    <div class="choices one">${PHRASES.map(phrase)}</div>
    <h3>${t("staff.announce_for")}</h3>
    <div class="choices four">${MINUTES.map(minutes)}</div>
    <button class="key primary submit" ${off(isBusy("announce"))}>${t("staff.announce_now")}</button>
  </form>`;
}

/** List the devices, with the code that pairs a new kiosk. */
export function devices({ presence, desk }) {
  const { display = 0, kiosk = 0, staff = 0, phone = 0 } = presence.screens;
  const line = (name, state) => html`<li><span>${name}</span><b>${state}</b></li>`;
  const { owed, unconfirmed } = desk.slips;
  const draft = hasDraft() && html`<p class="hint">${t("staff.mongolian_draft_why")}</p>`;
  return html`<h3>${t("staff.pairing")}</h3>
    <p class="code">${presence.code.replace(/(....)/, "$1 ")}</p>
    <p class="hint">${t("staff.pairing_how")}</p>
    <h3>${t("staff.printers")}</h3>
    <ul class="facts">
      ${here(presence).map((p) => line(p.printer, t(`staff.printer.${stateOf(p)}`)))}
      ${line(t("staff.owed"), owed.join("  ") || 0)}
      ${line(t("staff.unconfirmed"), unconfirmed.join("  ") || 0)}
    </ul>
    <a href="/staff/paper?venue=${page.venue.id}" target="_blank">${t("staff.see_paper")}</a>
    <a href="/staff/printers?venue=${page.venue.id}" target="_blank">${t("staff.see_printers")}</a>
    <h3>${t("staff.screens")}</h3>
    <ul class="facts">
      ${line(t("staff.screen.display"), display)} ${line(t("staff.screen.kiosk"), kiosk)}
      ${line(t("staff.screen.staff"), staff)} ${line(t("staff.screen.phone"), phone)}
      ${troubled(presence).map((d) => line(deviceName(d), t(`staff.device.${d.trouble}`)))}
    </ul>
    <a href="/staff/screens?venue=${page.venue.id}" target="_blank">${t("staff.device.title")}</a>
    ${draft}`;
}
