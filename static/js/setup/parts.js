// What the forms of several steps are made of.
import { t } from "../shared/page.js";
import { html } from "../shared/render.js";

/** A text that is said as it is typed. */
export const text = (said, field, more = "") => html`<label class="named">${t(`setup.field.${field}`)}
  <input class="field large" data-input="say" data-field="${field}" value="${said[field]}" maxlength="80"
    autocomplete="off" ${more}></label>`;

/** A number that is said as it is typed. */
export const number = (said, field, step = 1) => html`<label class="named">${t(`setup.field.${field}`)}
  <input class="field large" type="number" min="0" step="${step}" inputmode="decimal" data-input="say"
    data-as="number" data-field="${field}" value="${said[field]}"></label>`;

/** Lines of text, each a thing of its own. */
export const lines = (said, field) => html`<label class="named">${t(`setup.field.${field}`)}
  <textarea class="field large" rows="5" data-input="say" data-as="lines" data-field="${field}">${said[field].join("\n")}</textarea></label>`;

/** One of several. */
export const choice = (said, field, values) => html`<fieldset class="named"><legend>${t(`setup.field.${field}`)}</legend>
  <div class="choices">${values.map((value) => html`<label class="choice"><input type="radio" name="${field}"
    value="${value}" data-input="say" data-field="${field}" ${said[field] === value && "checked"}>
    <span>${t(`setup.${field}.${value}`)}</span></label>`)}</div></fieldset>`;
