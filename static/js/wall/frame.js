// What stands above the wall's picture, and at its corners while staff set it.
import { hallTime, local } from "../shared/clock.js";
import { page, spoken } from "../shared/page.js";
import { draw, html } from "../shared/render.js";
import { screen } from "../shared/screen.js";

const MARKS_MS = 20000;
let hiding = 0;

/** Draw the hall's time and day. */
export function clock() {
  const written = (fields) =>
    local().toLocaleDateString(spoken(), { timeZone: "UTC", ...fields });
  return html`<b>${hallTime()}</b>
    <span>${written({ month: "long", day: "numeric" })}<br>${written({ weekday: "long" })}</span>`;
}

/** Show the screen's name and corners for a while. */
export function drawMarks(box) {
  const venue = page.venues.find(({ id }) => id === page.halls[0]).name;
  draw(box, html`<i></i><i></i><i></i><i></i><b>${screen.name || venue}</b>`);
  box.hidden = false;
  clearTimeout(hiding);
  hiding = setTimeout(() => (box.hidden = true), MARKS_MS);
}
