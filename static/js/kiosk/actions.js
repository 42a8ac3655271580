// What each touch does; the keys are the buttons' data-action.
import { get } from "../shared/api.js";
import { explain, left, miss, press, take } from "../shared/heads.js";
import { page, speak } from "../shared/page.js";
import { checkIn, ofClass } from "./check_in.js";
import * as exception from "./exception.js";
import { noteName } from "../shared/reasons.js";
import { beginAnew, findClass, state } from "./state.js";
import { walkInActions } from "./walk_in_actions.js";

/** Build the actions; `show(screen, changes)` goes to a screen, `render()` draws anew. */
export function actions({ show, render }) {
  const count = (n) => (state.split = take(state.split, n));
  const pay = (yuan) => (state.paid = Math.max(yuan, 0) === exception.due(state) ? null : Math.max(yuan, 0));

  /** The typed number holds at once; nothing typed stands for the expected one. */
  function setTyped(typed) {
    state.typed = typed;
    if (state.part === "fee") return pay(typed === "" ? exception.due(state) : Number(typed));
    count(typed === "" ? state.split.total : Number(typed));
  }
  const write = (text) => (state.typed === null ? act.search(text) : setTyped(text));
  const written = () => state.typed ?? state.query;

  const BACK = { classes: "home", find: "home", walk: "home" };
  const venue = `venue=${encodeURIComponent(page.venue.id)}`;

  async function askQueue() {
    const { status, body } = await get(`/api/board?${venue}`);
    if (status !== 200) return;
    state.queue = body.waiting;
    render();
  }

  /** Without an answer the class is counted, as where there is no roster. */
  async function askNames(classId) {
    const { body } = await get(`/api/roster?${venue}&class_id=${encodeURIComponent(classId)}`);
    if (state.screen !== "count" || state.classId !== classId) return;
    state.students = body?.students ?? [];
    if (state.students.length) state.split = exception.here(state.students.length, 0);
    render();
  }

  const act = {
    ...walkInActions({ show, render, venue }),
    askQueue,
    stay: () => {},
    language: (code) => speak(code),
    large: () => (state.large = !state.large),
    home: () => {
      speak(page.language);
      beginAnew();
    },
    find: () => show("find", { query: "" }),
    college: (collegeId) => show("classes", { collegeId }),
    class: (classId) => {
      const { expected } = findClass(classId).planned;
      const changes = { ...exception.asExpected(expected), students: null };
      show("count", { classId, from: state.screen, ...changes });
      askQueue();
      askNames(classId);
    },
    back: () => show(BACK[state.screen] ?? state.from),
    letter: (letter) => write(written() + letter),
    digit: (digit) => write(written() + digit),
    erase: () => write(written().slice(0, -1)),
    clear: () => write(""),
    step: (by) => count(state.split.taken + Number(by)),
    type: () => {
      setTyped("");
      render();
      document.querySelector(".field").focus();
    },
    typed: () => (state.typed = null),

    part: (part) => Object.assign(state, { part, typed: null }),
    name: (student) => Object.assign(state, press(state, student)),
    why: (reason) => Object.assign(state, explain(state, reason)),
    /** One more for this reason; where none is left over, they are taken back. */
    "count-why"(reason) {
      const step = left(state.split) ? 1 : -(state.split.reasons[reason] ?? 0);
      state.split = miss(state.split, reason, step);
    },
    lack(value) {
      const [what, by] = value.split(":");
      const n = Math.min(Math.max(state.lacking[what] + Number(by), 0), state.split.taken);
      state.lacking = { ...state.lacking, [what]: n };
    },
    method: (method) => (state.method = method),
    pay: (by) => pay(exception.paid(state) + Number(by)),
    note(code) {
      state.note = code;
      document.querySelector("[data-field=note]").value = noteName(code);
    },
    confirm: () => checkIn(ofClass(), show),
  };
  return act;
}
