// A text whose placeholders stand out.
import { t } from "../shared/page.js";
import { html } from "../shared/render.js";

/** Look a text up and fill its {name} placeholders in bold. */
export const bold = (key, values) =>
  t(key)
    .split(/\{(\w+)\}/)
    .map((piece, i) => (i % 2 ? html`<b>${values[piece]}</b>` : piece));
