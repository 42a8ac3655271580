// The printers: found, tried out, set up; what is plugged in shows by itself.
import { get, post } from "../api.js";
import { page, t } from "../page.js";
import { draw, html } from "../render.js";
import { better, parse, uriOf } from "./printer_address.js";
import { foundCards, nameOf, usedCards } from "./printer_cards.js";
import { steps } from "./printer_setup.js";

const READ_MS = 2000;
// A scan of a whole network and a test page take as long as the server waits for them.
const LONG_MS = 35000;

const part = (id) => document.getElementById(id);
const state = { shown: null, network: [], setup: null, looking: false };

/** Those plugged in or announced that no one uses. */
function found() {
  const used = state.shown.used.map(({ printer }) => parse(printer.uri).place);
  const seen = new Map([...state.shown.plugged_in, ...state.network].map((f) => [f.uri, f]));
  return [...seen.values()].filter(({ uri }) => !used.includes(parse(uri).place));
}

function render() {
  if (!state.shown) return;
  draw(part("cards-used"), usedCards(state.shown));
  draw(part("cards-found"), foundCards(found(), state.shown.fixed));
  draw(part("setup"), state.setup ? steps(state.setup) : html``);
  const look = (action) => html`<button class="button quiet" data-action="${action}"
    ${state.looking && "disabled"}>${t(`staff.setup.${action}`)}</button>`;
  draw(part("looking"), state.looking ? html`<p>${t("staff.setup.looking")}</p>` : html`${look("look")} ${look("look_all")}`);
}

const say = (text) => draw(part("told"), html`${text}`);

function answered({ status, body }) {
  if (status === 401) location.reload();
  say(status === 200 ? "" : (body?.title ?? t("staff.setup.unanswered")));
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

function begin({ name, uri, venue = page.venue.id }, index = null) {
  state.setup = { ...parse(uri), name: nameOf({ name, uri }), venue, index, answers: {} };
  render();
  part("setup-title").focus();
}

async function print() {
  const { setup } = state;
  Object.assign(setup, { printing: true, outcome: "" });
  render();
  const answer = await post("/api/printers/try", { uri: uriOf(setup) }, LONG_MS);
  Object.assign(setup, { printing: false, changed: false });
  if (answered(answer)) setup.outcome = answer.body.outcome;
  render();
}

function reply(question, isRight) {
  const { setup } = state;
  setup.answers[question] = isRight;
  if (isRight) return;
  Object.assign(setup, { choice: better(setup.choice, question), changed: true, outcome: "", answers: {} });
}

async function keep(printers) {
  const answer = await post("/api/printers", { printers });
  if (answered(answer)) Object.assign(state, { shown: answer.body, setup: null });
  return answer.status === 200;
}

const kept = () => state.shown.used.map(({ printer }) => printer);

async function save() {
  const { setup } = state;
  const printer = { name: setup.name, uri: uriOf(setup), venue: setup.venue || null };
  // The virtual printer only stands in until there is a real one.
  const others = kept().filter((p, i) => i !== setup.index && p.uri !== "virtual:");
  others.splice(setup.index ?? others.length, 0, printer);
  if (await keep(others)) say(t("staff.setup.saved"));
}

const acts = {
  begin: (_, index) => begin(found()[index]),
  again: (_, index) => begin(kept()[index], index),
  first: (_, index) => keep([kept()[index], ...kept().toSpliced(index, 1)]),
  remove: (_, index) => keep(kept().toSpliced(index, 1)),
  look: () => look(false),
  look_all: () => look(true),
  print,
  save,
  cancel: () => (state.setup = null),
  cut: (value) => (state.setup.choice.cut = value),
  venue: (value) => (state.setup.venue = value),
};
for (const question of ["hanzi", "edges", "code"]) acts[question] = (value) => reply(question, value === "yes");

document.addEventListener("click", async ({ target }) => {
  const pressed = target.closest("[data-action]");
  if (!pressed) return;
  await acts[pressed.dataset.action](pressed.dataset.value, Number(pressed.dataset.index));
  render();
});

part("add").addEventListener("submit", (event) => {
  event.preventDefault();
  begin({ name: "", uri: `tcp://${new FormData(event.target).get("host").trim()}` });
});

read();
look(false);
