// Who was called when, by whom: every call, recall and no-show up to the moment shown.
import { hhmmss } from "../shared/clock.js";
import { t } from "../shared/page.js";
import { html } from "../shared/render.js";
import { by, reasonName } from "../console/words.js";

const filter = { text: "", by: "", from: "", to: "" };

/** Take a filter's new value in. */
export const filterCalls = ({ filter: name }, value) => (filter[name] = value);

const wanted = (call) =>
  `${call.ticket} ${call.class}`.toLowerCase().includes(filter.text.toLowerCase()) &&
  (!filter.by || call.by === filter.by) &&
  (!filter.from || call.at.slice(11, 16) >= filter.from) &&
  (!filter.to || call.at.slice(11, 16) <= filter.to);

/** Draw the filters and what they leave, newest first. */
export function calls(day) {
  const people = [...new Set(day.calls.map((call) => call.by))].sort();
  const left = day.calls.filter(wanted).reverse();
  return html`<div class="filters">
      <label class="named">${t("staff.day.find")}<input class="field low" type="search" data-input="filter" data-filter="text"></label>
      <label class="named">${t("staff.day.from")}<input class="field low" type="time" data-input="filter" data-filter="from"></label>
      <label class="named">${t("staff.day.to")}<input class="field low" type="time" data-input="filter" data-filter="to"></label>
      <label class="named">${t("staff.day.by")}<select class="field low" data-input="filter" data-filter="by">
        <option value="">${t("staff.day.anybody")}</option>
        ${people.map((name) => html`<option value="${name}">${by(name)}</option>`)}
      </select></label>
    </div>
    <p role="status">${t("staff.day.found", { n: left.length, of: day.calls.length })}</p>
    <ol tabindex="0">${left.map(row)}</ol>`;
}

const row = (call) => html`<li class="${call.type} ${call.undone && "undone"}">
  <time>${hhmmss(call.at)}</time>
  <b>${t(`staff.day.call.${call.type}`)}</b>
  <span>${call.ticket} ${call.class}</span>
  <span>${call.station && t("staff.day.station", { n: call.station })}</span>
  <span>${by(call.by)}${call.reason && ` · ${reasonName(call.reason)}`}
    ${call.undone && html`<i>${t("staff.day.undone")}</i>`}</span>
</li>`;
