// The virtual printer's paper: new slips are laid in front of the older ones.
import { get } from "./api.js";
import { hhmm } from "./clock.js";
import { page, t } from "./page.js";
import { html } from "./render.js";

const POLL_MS = 2000;

const desk = document.getElementById("papers");
const laid = new Set();

const slip = (paper) => html`<figure>
  <img src="/staff/paper/${paper.name}" alt="${t("staff.paper.slip", { time: hhmm(paper.at) })}">
  <figcaption>${hhmm(paper.at)} · ${paper.name}</figcaption>
</figure>`;

async function look() {
  const answer = await get(`/staff/paper.json?venue=${page.venue.id}`);
  const fresh = (answer.body?.papers ?? []).filter((paper) => !laid.has(paper.name));
  desk.insertAdjacentHTML("afterbegin", fresh.map(slip).join(""));
  for (const paper of fresh) laid.add(paper.name);
  document.getElementById("none").hidden = laid.size > 0;
  setTimeout(look, POLL_MS);
}

look();
