// The printers as cards: those in use, and those that were found.
import { page, t } from "../shared/page.js";
import { html } from "../shared/render.js";
import { kindOf, nameOf, parse } from "./address.js";
import { inWords } from "./setup.js";

const venueName = (id) => page.venues.find((v) => v.id === id)?.name ?? t("staff.setup.everywhere");

const button = (action, index, fixed, key) => html`<button class="button quiet" data-action="${action}"
  data-index="${index}" ${fixed && "disabled"}>${t(key)}</button>`;

/** Draw the printers in use; a venue's first is used while it works. */
export function usedCards({ used, fixed }) {
  return html`${used.map(({ printer, state }, i) => {
    const first = used.findIndex(({ printer: p }) => p.venue === printer.venue) === i;
    const { place, choice } = parse(printer.uri);
    const role = t(first ? "staff.setup.main" : "staff.setup.stand_in");
    return html`<li id="used-${i}" class="${state}">
      <div><b>${nameOf(printer)}</b>
        <small>${t(`staff.setup.kind.${kindOf(place)}`)} · ${inWords(choice)}</small>
        <small>${venueName(printer.venue)} · ${role}</small></div>
      <span class="chip ${state === "ready" ? "good" : "bad"}">${t(`staff.printer.${state}`)}</span>
      <span class="does">
        ${button("again", i, fixed, "staff.setup.again")}
        ${!first && button("first", i, fixed, "staff.setup.first")}
        ${printer.uri !== "virtual:" && button("remove", i, fixed, "staff.setup.remove")}
      </span>
    </li>`;
  })}${!used.length && html`<li id="nothing"><p>${t("staff.setup.none_used")}</p></li>`}${fixed && html`<li id="fixed"><p>${t("staff.setup.fixed")}</p></li>`}`;
}

/** Draw the printers found that are not in use. */
export function foundCards(found, fixed) {
  if (found.length === 0) return html`<li id="none"><p>${t("staff.setup.none_found")}</p></li>`;
  return html`${found.map((printer, i) => html`<li id="found-${printer.uri}">
    <div><b>${nameOf(printer)}</b><small>${t(`staff.setup.kind.${printer.kind}`)}</small></div>
    <span class="does">${button("begin", i, fixed, "staff.setup.begin")}</span>
  </li>`)}`;
}
