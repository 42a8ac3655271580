// The wall's names, each fitted into the room that its stylesheet leaves it.
import { fit, LINE } from "../shared/fit.js";
import { draw, html } from "../shared/render.js";

/** Fit every name within an element into the room that the stylesheet leaves it. */
export function fitNames(element) {
  const names = [...element.querySelectorAll(".name")];
  for (const { style } of names) style.height = style.fontSize = "";
  const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
  // All are measured before any is drawn, or the page would be laid out once for each.
  const rooms = names.map((name) => {
    const styled = (property) => parseFloat(getComputedStyle(name).getPropertyValue(property));
    return {
      width: name.clientWidth,
      height: name.clientHeight,
      most: styled("--most") * rem,
      lines: styled("--lines"),
    };
  });
  names.forEach((name, i) => {
    const { size, parts } = fit(name.dataset.text, rooms[i]);
    name.style.fontSize = `${size}px`;
    name.style.height = `${size * LINE * parts.length}px`;
    draw(name, html`${parts.map(line)}`);
  });
}

// A full-width bracket that opens a line is drawn half a letter in.
const line = (text) => html`<span class="${text[0] === "\uff08" && "hangs"}">${text}</span>`;

/** Draw a name that is to be fitted. */
export const named = (text, more = "") => html`<b class="name ${more}" data-text="${text}">${text}</b>`;
