// One window, edited where it stands: what is changed is kept at once.
import { page, t } from "../shared/page.js";
import { html } from "../shared/render.js";
import { state } from "./state.js";

const named = (name, field) => html`<label class="named">${t(`setup.window.${name}`)}${field}</label>`;

const BLANK = { opens: "09:00", closes: "10:00", venue: "", who: [], heads: null, kind: "planned" };

/** Draw the fields of a window by its number; "new" is one that is not there yet. */
export function editor(draft, n) {
  const isNew = n === "new";
  const window = isNew ? { ...BLANK, date: state.day || page.plan.date } : draft.windows[n];
  const doubts = draft.doubts.filter((doubt) => doubt.window === n);
  const input = (name, type, more) => named(name, html`<input class="field low" name="${name}" type="${type}"
    data-input="window" value="${window[name]}" ${more}>`);
  return html`<form id="window-${n}" class="edit ${doubts.length > 0 && "doubt"}" data-action="${isNew ? "add" : "close"}" data-n="${n}">
    ${doubts.length > 0 && html`<p>${doubts.map(({ why }) => why).join(" ")}</p>`}
    <div class="fields">
      ${input("date", "date", html`required`)} ${input("opens", "time", html`required`)} ${input("closes", "time", html`required`)}
      ${named("venue", html`<input class="field low" name="venue" list="venues" data-input="window"
        value="${window.venue}" maxlength="80" required>`)}
      <datalist id="venues">${draft.venues.map(({ name }) => html`<option value="${name}">`)}</datalist>
      ${named("who", html`<input class="field low" name="who" data-input="window" value="${window.who.join("、")}"
        placeholder="${t("setup.window.who_how")}">`)}
      ${input("heads", "number", html`min="0" max="99999"`)}
      <input type="hidden" name="kind" value="${window.kind}">
    </div>
    <div class="does">
      ${isNew && html`<button class="button low">${t("setup.window.add")}</button>`}
      ${doubts.length > 0 && html`<button type="button" class="button low" data-action="settle" data-n="${n}">${t("setup.window.right")}</button>
        <button type="button" class="button quiet low" data-action="next_doubt" data-n="${n}">${t("setup.window.next")}</button>`}
      ${!isNew && html`<button type="button" class="button quiet low" data-action="remove" data-n="${n}">${t("setup.window.remove")}</button>`}
      <button type="button" class="button quiet low" data-action="close">${t("setup.window.close")}</button>
    </div></form>`;
}

/** Return the change that a window's form stands for. */
export function wanted(form) {
  const { date, opens, closes, venue, who, heads, kind } = Object.fromEntries(new FormData(form));
  const names = who.split(/[、,，;；]/).map((name) => name.trim()).filter(Boolean);
  return {
    type: "set_window",
    window: Number(form.dataset.n) || 0,
    date,
    opens,
    closes,
    venue: venue.trim(),
    who: names,
    heads: heads === "" ? null : Number(heads),
    kind: names.length ? "planned" : kind,
  };
}
