// Step 3: the classes, from the timetable or from rosters.
import { t } from "../shared/page.js";
import { html } from "../shared/render.js";
import { dropHere } from "./files.js";
import { state } from "./state.js";

const headsOf = ({ heads }) => (heads === null ? t("setup.heads_open") : t("setup.heads", { n: heads }));

const college = ({ name, heads, classes }) => html`<section class="college box">
  <h2>${name} <small>${t("setup.classes_n", { n: classes.length })} ${heads !== null && t("setup.heads", { n: heads })}</small></h2>
  ${!classes.length && html`<p>${t("setup.no_classes")}</p>`}
  <ul>${classes.map((one) => html`<li><b>${one.name}</b><span>${headsOf(one)}</span></li>`)}</ul></section>`;

export const roster = ({ colleges }) => html`<section id="step-3">
  ${dropHere(3, colleges.some(({ classes }) => classes.length))}
  ${state.refused.length > 0 && html`<section class="unread box"><h2>${t("setup.roster.refused_rows", { n: state.refused.length })}</h2>
    <ul>${state.refused.map(({ sheet, row, why }) => html`<li><span>${t("setup.row", { row })}</span><div>${why}<small>${sheet}</small></div></li>`)}</ul></section>`}
  <div class="colleges">${colleges.map(college)}</div></section>`;
