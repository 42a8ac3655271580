// Step 5: what walls, kiosks and slips say.
import { t } from "../shared/page.js";
import { html } from "../shared/render.js";
import { lines, text } from "./parts.js";
import { state } from "./state.js";

const SUGGESTED = [1, 2, 3, 4];
const suggestion = (n) => t(`setup.suggest.${n}`);

export const texts = ({ said }) => html`<section id="step-5" class="form box">
  <div class="suggested"><p>${t("setup.suggest")}</p>
    ${SUGGESTED.map((n) => html`<button class="button quiet low" data-action="suggest" data-n="${n}"
      aria-pressed="${said.reminders.includes(suggestion(n))}">${suggestion(n)}</button>`)}</div>
  <div id="lines-${said.reminders.length}-${said.slip_reminders.length}" class="columns-2">
    ${lines(said, "reminders")} ${lines(said, "slip_reminders")}</div>
  ${text(said, "follow_up")} ${text(said, "wifi")}
</section>`;

/** Build what touches of this step do. */
export const textsActions = (change) => ({
  suggest({ n }) {
    const { reminders, slip_reminders: slip } = state.draft.said;
    const line = suggestion(n);
    const toggled = (list) => (list.includes(line) ? list.filter((l) => l !== line) : [...list, line]);
    return change({ type: "say", reminders: toggled(reminders), slip_reminders: toggled(slip) });
  },
});
