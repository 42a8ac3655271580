// The virtual printer's paper, the newest in front.
import { get } from "../shared/api.js";
import { hhmm } from "../shared/clock.js";
import { page, part, t } from "../shared/page.js";
import { draw, html } from "../shared/render.js";

const POLL_MS = 2000;

const slip = (paper) => html`<figure id="${paper.name}">
  <img src="/staff/paper/${paper.name}" alt="${t("staff.paper.slip", { time: hhmm(paper.at) })}">
  <figcaption>${hhmm(paper.at)} · ${paper.name}</figcaption>
</figure>`;

async function poll() {
  const { status, body } = await get(`/staff/paper.json?venue=${page.venue.id}`);
  if (status === 200) {
    part("none").hidden = body.papers.length > 0;
    draw(part("papers"), html`${body.papers.map(slip)}`);
  }
  setTimeout(poll, POLL_MS);
}

poll();
