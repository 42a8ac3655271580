// The pieces of SVG that the picture is made of.
import { html } from "../shared/render.js";

const round = (n) => n.toFixed(1);

/** Draw a bar between two times in a row; one of no length still shows. */
export function bar(scale, from, to, top, height, kind, title = "") {
  const x = scale.x(from);
  const width = Math.max(scale.x(to) - x, 1.5);
  return html`<rect class="${kind}" x="${round(x)}" y="${top}" width="${round(width)}"
    height="${height}" rx="3">${title && html`<title>${title}</title>`}</rect>`;
}

/** Write at a place; `kind` says how. */
export const label = (x, y, text, kind = "") =>
  html`<text class="${kind}" x="${round(x)}" y="${y}">${text}</text>`;

/** Draw a line from top to bottom. */
export const upright = (x, height, kind) =>
  html`<line class="${kind}" x1="${round(x)}" x2="${round(x)}" y1="0" y2="${height}"></line>`;

/** Fill patterns: what is only expected is hatched. */
export const patterns = html`<defs>
  ${["sky", "green", "late"].map(
    (name) => html`<pattern id="hatch-${name}" class="${name}" width="6" height="6"
      patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="6" height="6"></rect><line x1="0" y1="0" x2="0" y2="6"></line></pattern>`,
  )}
</defs>`;
