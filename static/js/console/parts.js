// Pieces of markup that several views of the console share.
import { hallNow, hhmm } from "../shared/clock.js";
import { t } from "../shared/page.js";
import { em, html } from "../shared/render.js";
import { counted } from "./count.js";

// Rules that surprise nobody, and the one that the kind says already.
const PLAIN = ["on_time", "checked_in", "planned", "walk_in"];

export const off = (condition) => condition && "disabled";
export const key = (name, code) => [
  html`data-key="${code}"`,
  html` <kbd>${name === "station" ? code.slice(-1) : t(`staff.key_${name}`)}</kbd>`,
];

/** Tag a ticket that is no ordinary class in its turn. */
export function tags(row) {
  const kind = row.kind !== "class" && html`<span class="tag">${t(`common.kind.${row.kind}`)}</span>`;
  const surprises = row.state === "waiting" && !PLAIN.includes(row.why);
  const why = () => t(`common.why.${row.why}`, { reason: row.priority });
  return [kind, surprises && html`<span class="tag">${why()}</span>`];
}

/** Say a head-count, and what was expected where that differs. */
export function heads(row) {
  const differs = row.expected !== null && row.expected !== row.heads;
  return t(differs ? "staff.heads_of" : "staff.heads", { n: row.heads, expected: row.expected });
}

export const title = (row) =>
  html`<h1 class="${em(row.class) > 11 ? "long" : ""}" style="--em:${em(row.class)}">
    ${row.class}
  </h1>`;

export const chip = (state) => html`<span class="chip ${state}">${t(`common.state.${state}`)}</span>`;

/** The button of everything else one may do at a station. */
export const more = ({ station }) => html`<button class="more" data-action="open"
  data-kind="station" data-station="${station}" aria-label="${t("staff.more")}">⋯</button>`;

/** Say how many are photographed of how many; before the start, how many come. */
export const headCount = (row) => html`<div class="heads ${row.state}">
  ${row.state === "shooting" && html`<b>${counted(row)}</b> / `}${t("staff.heads", { n: row.heads })}
</div>`;

/** Say since when a ticket is at its station. */
export function since(row) {
  const time = hhmm(row.state === "shooting" ? row.started_at : row.called_at);
  return t(`staff.since.${row.state}`, { time });
}

/** Say how long a called class has been awaited, and how often it was called again. */
export function awaited(row) {
  const waited = Math.max(hallNow() - Date.parse(row.called_at), 0);
  const minutes = Math.floor(waited / 60000);
  return html`<span>${t(minutes ? "staff.awaited" : "staff.just_called", { minutes })}</span>
    <span>${row.recalls > 0 && t("staff.recalled", { n: row.recalls })}</span>`;
}

/** The button that counts so many heads more, or fewer. */
export function step(row, by, [bears, hint] = ["", ""]) {
  const n = counted(row);
  return html`<button class="key" data-action="count" data-ticket="${row.ticket}"
    data-step="${by}" ${bears} ${off(by < 0 ? n === 0 : n === row.heads)}>
    ${by < 0 ? `−${-by}` : `+${by}`}${hint}</button>`;
}

/** Count heads while shooting; while called, say how long they have been awaited. */
export function progress(row, keyed) {
  if (row.state === "called") return html`<div class="count awaited">${awaited(row)}</div>`;
  const up = keyed ? key("up", "ArrowUp") : undefined;
  return html`<div class="count">
    <div class="bar"><i style="width:${(100 * counted(row)) / row.heads}%"></i></div>
    ${step(row, -1)} ${step(row, 1, up)} ${step(row, 5)}
  </div>`;
}
