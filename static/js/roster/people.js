// The roll as the roster has it: a class at a time, or whoever is looked for.
import { get, post } from "../shared/api.js";
import { page, t } from "../shared/page.js";
import { draw, html } from "../shared/render.js";
import { readRoster } from "../shared/roster.js";

const view = { colleges: [], listed: 0, damaged: false, open: null, students: [], query: "", refused: "" };

const className = (id) =>
  view.colleges.flatMap(({ classes }) => classes).find((c) => c.class_id === id)?.name;

const student = (s) => html`<li><b>${s.name}</b><span>${s.number}</span>
  ${view.query && html`<span>${className(s.class_id)}</span>`}
  ${s.photographed_before && html`<i class="chip">${t("common.reason.photographed_before")}</i>`}
  ${s.added && html`<i class="chip">${t("staff.roster.by_hand")}</i>`}</li>`;

const students = () => html`<ol class="students">${view.students.map(student)}
  ${!view.students.length && html`<li class="none">${t("staff.roster.nobody")}</li>`}</ol>`;

/** Whoever came and stands in no file. */
const adding = (id) => html`<form class="adding" data-action="add" data-class="${id}">
  <input class="field large" name="name" required maxlength="64" autocomplete="off"
    placeholder="${t("staff.roster.field.name")}" aria-label="${t("staff.roster.field.name")}">
  <input class="field large" name="number" required maxlength="32" autocomplete="off"
    placeholder="${t("staff.roster.field.number")}" aria-label="${t("staff.roster.field.number")}">
  <button class="button">${t("staff.roster.add")}</button>
  <p role="status">${view.refused}</p></form>`;

const planned = ({ class_id: id, name, expected }) => html`<li id="class-${id}">
  <button data-action="class" data-value="${id}" aria-expanded="${view.open === id}">
    <b>${name}</b><span>${t("staff.expected", { n: expected })}</span></button>
  ${view.open === id && [students(), view.students.length > 0 && adding(id)]}</li>`;

const college = ({ college_id: id, name, classes }) => html`<section id="college-${id}" class="college">
  <h3>${name}</h3><ul>${classes.map(planned)}</ul></section>`;

const roll = () => html`<h2>${t("staff.roster.people")}<small>${t("staff.roster.listed", { n: view.listed })}</small></h2>
  <input id="query" class="field large" type="search" data-input="find" autocomplete="off" maxlength="32"
    placeholder="${t("staff.roster.search")}" aria-label="${t("staff.roster.search")}">
  ${view.query ? students() : view.colleges.map(college)}`;

const drawIn = (element) => draw(element, html`
  ${view.damaged && html`<p class="note wrong" role="alert">${t("staff.roster.damaged")}</p>`}
  ${view.listed > 0 && roll()}`);

async function ask(element, query) {
  const body = await readRoster(query);
  view.students = body?.students ?? [];
  view.listed = body?.listed ?? view.listed;
  view.damaged = body?.damaged ?? view.damaged;
  drawIn(element);
}

/** Read the roll anew. */
export async function showPeople(element) {
  const { body } = await get(`/api/roll?venue=${page.venue.id}`);
  view.colleges = body?.colleges ?? [];
  view.open = null;
  await ask(element, {});
}

/** Build what touches of the roll do. */
export function people(element) {
  return {
    find(_, typed) {
      view.query = typed.trim();
      if (view.query) ask(element, { q: view.query });
      else drawIn(element);
    },
    async add({ class: class_id }, data, form) {
      const { college_id } = view.colleges.find(({ classes }) => classes.some((c) => c.class_id === class_id));
      const student = { ...Object.fromEntries(data), college_id, class_id };
      const { status, body } = await post("/api/roster/students", student);
      view.refused = status === 200 ? "" : (body?.title ?? t("error.no_answer"));
      if (status === 200) form.reset();
      ask(element, { class_id });
    },
    class({ value: id }) {
      view.open = view.open === id ? null : id;
      Object.assign(view, { students: [], refused: "" });
      if (view.open) ask(element, { class_id: id });
      else drawIn(element);
    },
  };
}
