// The virtual printer's paper, the newest in front.
import { get } from "../shared/api.js";
import { hhmm } from "../shared/clock.js";
import { page, t } from "../shared/page.js";
import { draw, html } from "../shared/render.js";

const POLL_MS = 2000;

const slip = (paper) => html`<figure id="${paper.name}">
  <img src="/staff/paper/${paper.name}" alt="${t("staff.paper.slip", { time: hhmm(paper.at) })}">
  <figcaption>${hhmm(paper.at)} · ${paper.name}</figcaption>
</figure>`;

async function look() {
  const { status, body } = await get(`/staff/paper.json?venue=${page.venue.id}`);
  if (status === 401) return location.reload();
  if (status === 200) {
    document.getElementById("none").hidden = body.papers.length > 0;
    draw(document.getElementById("papers"), html`${body.papers.map(slip)}`);
  }
  setTimeout(look, POLL_MS);
}

look();
