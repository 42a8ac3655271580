// A wrong day or clock, in red over the page: both times, and the ways out of it.
import { get, post } from "./api.js";
import { dayName } from "./clock.js";
import { page, t } from "./page.js";
import { draw, html } from "./render.js";

const MINUTE_MS = 60000;
const DAY_MS = 86400000;
// The times move on while the bar stands.
const AGAIN_MS = 30000;

let trouble = null;
let again;

/** Show the bar in `bar` while there is trouble with the hall's clock; `settable` by who looks at it. */
export function showClock(bar, told, settable) {
  if (told === trouble) return;
  trouble = told;
  refresh(bar, settable);
}

async function refresh(bar, settable) {
  clearTimeout(again);
  if (!trouble) return draw(bar, "");
  const { status, body } = await get("/api/clock");
  if (!trouble) return;
  if (status === 200) draw(bar, clockBar(body, Date.now(), settable));
  for (const button of bar.querySelectorAll("button")) {
    button.onclick = async () => {
      await post("/api/clock", { at: button.dataset.at || null });
      refresh(bar, settable);
    };
  }
  again = setTimeout(() => refresh(bar, settable), AGAIN_MS);
}

/**
 * Draw what /api/clock tells, beside the time of this device (milliseconds since the epoch): its
 * clock and the machine's may be chosen by who may set it, and on an unplanned day the plan looked at.
 */
export function clockBar({ at, machine, trouble: what, days }, device, settable) {
  if (!what) return "";
  const offset = at.slice(-6);
  const here = new Date(device + minutesOf(offset) * MINUTE_MS).toISOString().slice(0, 19) + offset;
  const isOther = what === "other_day";
  const planned = isOther && nearest(days, at.slice(0, 10));
  const differs = (time) => Math.abs(Date.parse(time) - Date.parse(at)) > MINUTE_MS;
  const set = (time, key, value) => differs(time) && html`<button data-at="${value}">
    <b>${t(`common.clock.${key}`)}</b> <small>${named(time)}</small></button>`;
  const said = isOther
    ? t("common.clock.other_day", { now: named(at), planned: dayName(planned), n: apart(planned, at) })
    : t("common.clock.apart", { now: named(at), machine: named(machine) });
  const doubt = isOther && !differs(here) ? "common.clock.plan_wrong" : "common.clock.find_out";
  return html`<p><b>${said}</b> <small>${t(settable ? doubt : "common.clock.staff")}</small></p>
    ${settable && html`<div>${!isOther && set(machine, "machine", "")} ${set(here, "device", here)}
      ${isOther && html`<a href="/staff/day?venue=${page.venue ? page.venue.id : ""}">
        <b>${t("common.clock.plan")}</b> <small>${t("common.clock.look")}</small></a>`}</div>`}`;
}

function minutesOf(offset) {
  const [hours, minutes] = offset.slice(1).split(":").map(Number);
  return (offset[0] === "-" ? -1 : 1) * (60 * hours + minutes);
}

const apart = (day, at) => Math.abs(Date.parse(day) - Date.parse(at.slice(0, 10))) / DAY_MS;

const nearest = (days, today) => days.reduce((a, b) => (apart(b, today) < apart(a, today) ? b : a));

const named = (time) => `${dayName(time.slice(0, 10))} ${time.slice(11, 16)}`;
