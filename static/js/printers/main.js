// The printers: found, tried out, set up; what is plugged in shows by itself.
import { get, post } from "../shared/api.js";
import { t } from "../shared/page.js";
import { draw, html } from "../shared/render.js";
import { parse } from "./address.js";
import { foundCards, usedCards } from "./cards.js";
import { LONG_MS, begin, keep, kept, print, reply, withNew } from "./setting.js";
import { steps } from "./setup.js";

const READ_MS = 2000;

const part = (id) => document.getElementById(id);
const state = { shown: null, network: [], setup: null, looking: false };

/** Those plugged in or announced that no one uses. */
function found() {
  const used = kept(state).map(({ uri }) => parse(uri).place);
  const seen = new Map([...state.shown.plugged_in, ...state.network].map((f) => [f.uri, f]));
  return [...seen.values()].filter(({ uri }) => !used.includes(parse(uri).place));
}

function render() {
  if (!state.shown) return;
  draw(part("cards-used"), usedCards(state.shown));
  draw(part("cards-found"), foundCards(found(), state.shown.fixed));
  draw(part("setup"), state.setup ? steps(state.setup) : "");
  draw(part("looking"), looking());
}

function looking() {
  if (state.looking) return html`<p>${t("staff.setup.looking")}</p>`;
  const button = (action) => html`<button class="button quiet" data-action="${action}">
    ${t(`staff.setup.${action}`)}</button>`;
  return html`${button("look")} ${button("look_all")}`;
}

const say = (text) => draw(part("told"), html`${text}`);

function answered({ status, body }) {
  if (status === 401) location.reload();
  if (status !== 200) say(body?.title ?? t("staff.setup.unanswered"));
  return status === 200;
}

async function read() {
  const answer = await get("/api/printers");
  if (answered(answer)) state.shown = answer.body;
  render();
  setTimeout(read, READ_MS);
}

async function look(everyMachine) {
  state.looking = true;
  render();
  const answer = await post("/api/printers/scan", { every_machine: everyMachine }, LONG_MS);
  state.looking = false;
  if (answered(answer)) state.network = answer.body.found;
  render();
}

function open(printer, index) {
  begin(state, printer, index);
  render();
  part("setup-title").focus();
}

async function save() {
  if (await keep(state, withNew(state), answered)) say(t("staff.setup.saved"));
}

const acts = {
  begin: (_, index) => open(found()[index]),
  again: (_, index) => open(kept(state)[index], index),
  first: (_, i) => keep(state, [kept(state)[i], ...kept(state).toSpliced(i, 1)], answered),
  remove: (_, index) => keep(state, kept(state).toSpliced(index, 1), answered),
  look: () => look(false),
  look_all: () => look(true),
  print: () => print(state, render, answered),
  save,
  cancel: () => (state.setup = null),
  cut: (value) => (state.setup.choice.cut = value),
  venue: (value) => (state.setup.venue = value),
  hanzi: (value) => reply(state, "hanzi", value === "yes"),
  edges: (value) => reply(state, "edges", value === "yes"),
  code: (value) => reply(state, "code", value === "yes"),
};

document.addEventListener("click", async ({ target }) => {
  const pressed = target.closest("[data-action]");
  if (!pressed) return;
  say("");
  await acts[pressed.dataset.action](pressed.dataset.value, Number(pressed.dataset.index));
  render();
});

part("add").addEventListener("submit", (event) => {
  event.preventDefault();
  open({ name: "", uri: `tcp://${new FormData(event.target).get("host").trim()}` });
});

read();
look(false);
