// Second screen, the other way: a class by the initials of its pinyin.
import { page, t } from "../shared/page.js";
import { html } from "../shared/render.js";
import { row } from "./row.js";
import { search } from "./search.js";
import { back, below, heading, help } from "./shell.js";
import { everyClass, state } from "./state.js";

const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];

const results = (query) => search(everyClass(), page.pinyin, query);

const key = (letter) => html`<button
  data-action="letter"
  data-value="${letter}"
  ${!results(state.query + letter).length && html`disabled`}
>
  ${letter}
</button>`;

export function main() {
  const found = results(state.query);
  return html`${heading(t("kiosk.find"), t("kiosk.find.example"))}
    <div class="find">
      <div class="list scroll">
        ${found.map((entry) => row(entry.planned, entry.college.name, entry.found))}
        ${!found.length && html`<p class="empty">${t("kiosk.find.empty")}</p>`} ${below("classes")}
      </div>
      <div class="pad">
        <p class="field" role="status">
          <b>${state.query}</b><i class="caret"></i>
          <small>${t("kiosk.find.results", { n: found.length })}</small>
        </p>
        <div class="keys letters">
          ${LETTERS.map(key)}
          <button class="wide" data-action="erase">${t("common.key.erase")}</button>
          <button class="wide" data-action="clear">${t("common.key.clear")}</button>
        </div>
      </div>
    </div>`;
}

export const foot = () => html`${back()}${help()}`;
