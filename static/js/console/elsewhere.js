// Classes that were called to another station than the one at which they stand.
import { t } from "../shared/page.js";
import { html } from "../shared/render.js";
import { heads, off } from "./parts.js";
import { isBusy } from "./view.js";
import { named } from "./words.js";

/** Offer the other stations' called classes: to come over to a free station, to swap with a called one. */
export function elsewhere(desk, place) {
  const { ticket: own, setting } = place;
  if (own ? own.state !== "called" : setting !== "open") return "";
  const others = desk.stations.filter((s) => s !== place && s.ticket?.state === "called");
  if (!others.length) return "";
  return html`<section class="elsewhere ${own ? "thin" : ""}">
    ${!own && html`<p>${t("staff.elsewhere")}</p>`}
    <ul>${others.map((other) => line(other, place))}</ul>
  </section>`;
}

function line({ station, ticket: row }, { station: here, ticket: own }) {
  const [action, label] = own ? ["swap", "staff.swap"] : ["transfer", "staff.come_over"];
  const aim = own ? html`data-other="${own.ticket}"` : html`data-station="${here}"`;
  return html`<li id="elsewhere-${row.ticket}"><div><b>${named(row)}</b>
      <small>${!own && html`${heads(row)} · `}${t("staff.called_to", { station })}</small></div>
    <button class="key heard" data-action="${action}" data-ticket="${row.ticket}" ${aim}
      aria-label="${t(label)} ${named(row)}"
      ${off(isBusy(row.ticket) || (own && isBusy(own.ticket)))}>${t(label)}</button></li>`;
}
