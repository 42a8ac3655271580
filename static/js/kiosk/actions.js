// What each touch does; the keys are the buttons' data-action.
import { get } from "../api.js";
import { page, speak } from "../page.js";
import { checkIn, command } from "./check_in.js";
import { FEWEST, MOST } from "./count.js";
import { beginAnew, findClass, state } from "./state.js";

/** Build the actions; `show(screen, changes)` goes to a screen, `render()` draws anew. */
export function actions({ show, render }) {
  const between = (n) => Math.min(Math.max(n, FEWEST), MOST);
  const expected = () => findClass(state.classId).planned.expected;

  /** The typed count holds at once; nothing typed stands for the expected one. */
  const setTyped = (typed) =>
    Object.assign(state, { typed, present: typed === "" ? expected() : Number(typed) });
  const write = (text) => (state.screen === "find" ? (state.query = text) : setTyped(text));
  const written = () => (state.screen === "find" ? state.query : state.typed);

  const BACK = { classes: "home", find: "home" };

  async function askQueue() {
    const { status, body } = await get(`/api/board?venue=${encodeURIComponent(page.venue.id)}`);
    if (status !== 200) return;
    state.queue = body.waiting;
    render();
  }

  return {
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
      const present = findClass(classId).planned.expected;
      show("count", { classId, present, typed: null, from: state.screen });
      askQueue();
    },
    back: () => show(BACK[state.screen] ?? state.from),
    letter: (letter) => write(written() + letter),
    digit: (digit) => write(written() + digit),
    erase: () => write(written().slice(0, -1)),
    clear: () => write(""),
    step: (by) => (state.present = between(state.present + Number(by))),
    type: () => {
      setTyped("");
      render();
      document.querySelector(".field").focus();
    },
    typed: () => (state.typed = null),
    confirm: () => checkIn(command(), show),
  };
}
