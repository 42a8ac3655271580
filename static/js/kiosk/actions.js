// What each touch does; the keys are the buttons' data-action, or a field's data-input.
import { get } from "../shared/api.js";
import { left, miss } from "../shared/heads.js";
import { explain, press } from "../shared/names.js";
import { page, speak } from "../shared/page.js";
import { students } from "../shared/roster.js";
import { ofClass, send, withdrawal } from "./check_in.js";
import { draftOf, forget, keep } from "./draft.js";
import * as exception from "./exception.js";
import { feeActions } from "./fee_actions.js";
import { beginAnew, findClass, state } from "./state.js";
import { typingActions } from "./typing.js";
import { walkInActions } from "./walk_in_actions.js";

const BACK = { classes: "home", find: "home", walk: "home" };

/** Build the actions; `show(screen, changes)` goes to a screen, `render()` draws anew. */
export function actions({ show, render }) {
  const { search, ...walkIn } = walkInActions({ show, render });
  async function askQueue() {
    const { status, body } = await get(`/api/board?venue=${page.venue.id}`);
    if (status !== 200) return;
    state.queue = body.waiting;
    render();
  }

  /** Without a response the class is counted, as where there is no roster. */
  async function askNames(classId) {
    const listed = await students({ class_id: classId });
    if (state.screen !== "count" || state.classId !== classId) return;
    state.students = listed;
    if (listed.length) state.split = exception.here(listed.length, 0);
    const draft = draftOf(classId, state.split.total);
    Object.assign(state, draft, { isResumed: draft !== null });
    render();
  }

  /** Begin a class as it is expected; its names are asked for. */
  function begin(classId) {
    const changes = exception.asExpected(findClass(classId).planned.expected);
    show("count", { classId, ...changes, students: null, isResumed: false });
    askQueue();
    askNames(classId);
  }

  const keepDraft = () => state.screen === "count" && keep(state);

  return {
    ...walkIn,
    ...feeActions,
    ...typingActions({ search, render }),
    askQueue,
    stay: () => {},
    language: ({ value }) => speak(value),
    large: () => (state.large = !state.large),
    home: () => {
      keepDraft();
      speak(page.language);
      beginAnew();
    },
    find: () => show("find", { query: "" }),
    college: ({ value }) => show("classes", { collegeId: value }),
    class: ({ value }) => {
      state.from = state.screen;
      begin(value);
    },
    back: () => {
      keepDraft();
      show(BACK[state.screen] ?? state.from);
    },
    afresh: () => {
      forget();
      begin(state.classId);
    },
    part: ({ value }) => Object.assign(state, { part: value, typed: null }),
    name: ({ value }) => Object.assign(state, press(state, value)),
    /** The next ones begin with the plan's first reason again. */
    why: ({ value }) => (state.split = explain(state, value).split),
    /** One more for this reason; where none is left over, they are taken back. */
    "count-why"({ value }) {
      const step = left(state.split) ? 1 : -(state.split.reasons[value] ?? 0);
      state.split = miss(state.split, value, step);
    },
    lack({ value }) {
      const [what, by] = value.split(":");
      const n = Math.min(Math.max(state.lacking[what] + Number(by), 0), state.split.taken);
      state.lacking = { ...state.lacking, [what]: n };
    },
    confirm: () => send(ofClass(), show),
    withdraw: () => show("withdraw"),
    keep: () => show("done"),
    "withdraw-now": () => send(withdrawal(), show),
  };
}
