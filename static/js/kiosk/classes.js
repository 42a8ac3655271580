// Second screen: which class of the college.
import { hhmm } from "../shared/clock.js";
import { t } from "../shared/page.js";
import { html } from "../shared/render.js";
import { row } from "./row.js";
import { back, findButton, heading, hint } from "./shell.js";
import { findCollege, state } from "./state.js";

export function main() {
  const { name, opens, closes, classes } = findCollege(state.collegeId);
  return html`${heading(t("kiosk.classes.title"), `${name} · ${hhmm(opens)}–${hhmm(closes)}`)}
    <div class="cards scroll">${classes.map((planned) => row(planned))}</div>`;
}

export const foot = () => html`${back()}${findButton()}${hint(t("kiosk.classes.help"))}`;
