// A class in a list: to be chosen, or with its number once it has checked in.
import { hhmm } from "../shared/clock.js";
import { t } from "../shared/page.js";
import { em, html } from "../shared/render.js";
import { marked } from "./search.js";

const name = (planned, found) =>
  html`<b class="${em(planned.name) > 10 && "long"}">${marked(planned.name, found).map(([text, hit]) =>
    hit ? html`<mark>${text}</mark>` : text,
  )}</b>`;

const about = (parts) => html`<small>${parts.filter(Boolean).join(" · ")}</small>`;

const heads = ({ expected: n, taken }) => t(taken ? "kiosk.class.left" : "kiosk.class.expected", { n });

const open = (planned, place, found) => html`<button
  class="row"
  data-action="class"
  data-value="${planned.class_id}"
>
  <span>
    ${name(planned, found)} ${about([place, heads(planned)])}
  </span>
  <span class="choose">${t("kiosk.class.choose")}<i class="chevron"></i></span>
</button>`;

const taken = (planned, place, found) => html`<div class="row taken ${planned.state}">
  <span>
    ${name(planned, found)}
    ${about([
      place,
      t("kiosk.class.present", { n: planned.present }),
      t("kiosk.class.since", { time: hhmm(planned.checked_in_at) }),
    ])}
  </span>
  <span class="state"><b>${planned.ticket}</b>${t(`common.state.${planned.state}`)}</span>
</div>`;

/** Draw a class; `place` names its college where the list mixes them, `found` marks its letters. */
export const row = (planned, place = "", found = []) =>
  planned.ticket ? taken(planned, place, found) : open(planned, place, found);
