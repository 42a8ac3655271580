// What the simulated days came to: in words, ways to run them side by side, a day as a picture.
import { setClock } from "../shared/clock.js";
import { page, t } from "../shared/page.js";
import { draw, html } from "../shared/render.js";
import { legend, picture } from "../timeline/picture.js";
import { tables } from "../timeline/tables.js";
import { waysTable } from "./ways.js";
import { proposals, sentences, wrong } from "./words.js";

/** Show a result in an element; its pictures are as wide as it is. */
export function showResults(element, result) {
  const [chosen] = result.ways;
  // The pictures' axes are in the plan's offset.
  setClock(result.pictures[0].at);
  draw(element, html`<p class="of">${t("staff.rehearsal.of", { days: result.days })}
      ${page.venue && html`<a href="/api/rehearsal/file">${t("staff.rehearsal.file")}</a>`}</p>
    ${chosen.venues.map((venue, i) => html`<section class="box">
      <h2>${venue.name}</h2>
      <div class="said">${sentences(venue)}</div>
      <div class="advice">${wrong(venue)} ${proposals(result.ways, i, page.venue)}</div>
      <div class="scrolls" tabindex="0">${waysTable(result.ways, i)}</div>
      <h3>${t("staff.rehearsal.median_day")}</h3>
      <div class="picture" tabindex="0" role="region" aria-label="${venue.name}"></div>
      ${legend()}
      <details><summary>${t("staff.day.as_tables")}</summary>
        <div class="tables">${tables(result.pictures[i])}</div></details>
    </section>`)}`);
  element.querySelectorAll(".picture").forEach((place, i) =>
    draw(place, picture(result.pictures[i], place.clientWidth, false)));
}
