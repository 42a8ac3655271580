// What the picture shows, said in sentences.
import { hhmm } from "../shared/clock.js";
import { t } from "../shared/page.js";
import { html } from "../shared/render.js";

// Less than this is said, but not raised: nobody has to do anything about it.
const RAISED_MIN = 10;

/** Say which colleges end later than planned, and when everything will be done. */
export function sentences(day) {
  const late = day.windows.filter((w) => w.late_minutes > 0);
  const known = day.windows.some((w) => w.ends_at);
  const said = late.map((w) => [w.done ? "late_done" : "late", w]);
  return html`${said.map(
      ([key, w]) => html`<p class="${w.late_minutes >= RAISED_MIN && "slips"}">${slip(key, w)}</p>`,
    )}
    ${!late.length && html`<p>${t(known ? "staff.day.on_time" : "staff.day.nothing_known")}</p>`}
    ${day.windows.filter((w) => w.latecomers > 0).map((w) => html`<p>${t("staff.day.latecomers", {
      college: w.college, n: w.latecomers,
    })}</p>`)}
    ${day.ends_at && html`<p>${t("staff.day.all_done", {
      time: hhmm(day.ends_at), latest: hhmm(day.ends_latest),
    })}</p>`}`;
}

const slip = (key, w) =>
  t(`staff.day.${key}`, { college: w.college, time: hhmm(w.ends_at), n: w.late_minutes });
