// The printers: found, tried out, set up; what is plugged in shows by itself.
import { get, post } from "../shared/api.js";
import { dispatch } from "../shared/dispatch.js";
import { part, t } from "../shared/page.js";
import { draw, html } from "../shared/render.js";
import { parse } from "./address.js";
import { foundCards, usedCards } from "./cards.js";
import { LONG_MS, begin, inUse, print, reply, use, withNew } from "./setting.js";
import { steps } from "./setup.js";

const READ_MS = 2000;

const state = { shown: null, network: [], setup: null, looking: false };

/** Those plugged in or announced that no one uses. */
function found() {
  const used = inUse(state).map(({ uri }) => parse(uri).place);
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

function succeeded({ status, body }) {
  if (status !== 200) say(body?.title ?? t("staff.setup.unanswered"));
  return status === 200;
}

async function read() {
  const response = await get("/api/printers");
  if (succeeded(response)) state.shown = response.body;
  render();
  setTimeout(read, READ_MS);
}

async function scan(everyMachine) {
  state.looking = true;
  render();
  const response = await post("/api/printers/scan", { every_machine: everyMachine }, LONG_MS);
  state.looking = false;
  if (succeeded(response)) state.network = response.body.found;
  render();
}

function open(printer, index) {
  begin(state, printer, index);
  render();
  part("setup-title").focus();
}

const without = (index) => inUse(state).filter((_, i) => i !== Number(index));

async function save() {
  if (await use(state, withNew(state), succeeded)) say(t("staff.setup.saved"));
}

const actions = {
  begin: ({ index }) => open(found()[index]),
  again: ({ index }) => open(inUse(state)[index], Number(index)),
  first: ({ index }) => use(state, [inUse(state)[index], ...without(index)], succeeded),
  remove: ({ index }) => use(state, without(index), succeeded),
  add: (_, form) => open({ name: "", uri: `tcp://${form.get("host").trim()}` }),
  look: () => scan(false),
  look_all: () => scan(true),
  print: () => print(state, render, succeeded),
  save,
  cancel: () => (state.setup = null),
  cut: ({ value }) => (state.setup.choice.cut = value),
  venue: ({ value }) => (state.setup.venue = value),
  hanzi: ({ value }) => reply(state, "hanzi", value === "yes"),
  edges: ({ value }) => reply(state, "edges", value === "yes"),
  code: ({ value }) => reply(state, "code", value === "yes"),
};

dispatch(actions, { before: () => say(""), after: render });

read();
scan(false);
