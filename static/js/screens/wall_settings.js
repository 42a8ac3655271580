// The form of what staff set for a venue's walls.
import { t } from "../shared/page.js";
import { html } from "../shared/render.js";

/** Draw the form as it stands. */
export const settingsForm = (settings) => html`
  <label class="volume">${t("staff.device.volume")}
    <input type="range" name="volume" data-input="volume" min="0" max="100" step="5" value="${settings.volume}">
    <output>${settings.volume}%</output></label>
  ${span("quiet", settings.quiet)} ${span("dim", settings.dim)}
  <button class="button">${t("staff.save")}</button>`;

const span = (name, kept) => html`<fieldset>
  <legend>${t(`staff.device.${name}`)}</legend>
  <label>${t("staff.device.since")}
    <input class="field" type="time" name="${name}_since" value="${kept?.since}"></label>
  <label>${t("staff.device.until")}
    <input class="field" type="time" name="${name}_until" value="${kept?.until}"></label>
</fieldset>`;

/** Read the form; a span without both times is none. */
export const read = (form) => ({
  volume: Number(form.get("volume")),
  quiet: times(form, "quiet"),
  dim: times(form, "dim"),
});

function times(form, name) {
  const [since, until] = [form.get(`${name}_since`), form.get(`${name}_until`)];
  return since && until ? { since, until } : null;
}
