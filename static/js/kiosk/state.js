// What the kiosk holds: the hall's roll, and how far this monitor has come.
import { hallDay } from "../shared/clock.js";
import { asExpected } from "./exception.js";

const START = {
  screen: "home",
  // Which screen's content is on its way to the server.
  sent: null,
  collegeId: null,
  classId: null,
  from: "classes",
  query: "",
  // The names of the class; null until they have come.
  students: null,
  // Whether this goes on with what was not sent before.
  isResumed: false,
  // Whoever does not come with their class; whether digits are typed to find them.
  walkIn: null,
  digits: false,
  ...asExpected(0),
  queue: null,
  outcome: null,
  large: false,
};

/** `roll` and `live` outlast a monitor; the rest begins anew with the next one. */
export const state = { roll: null, live: true, left: Infinity, ...START };

/** Nobody's names or numbers stay behind. */
export const beginAnew = () => Object.assign(state, START, asExpected(0));

/**
 * Seconds without a touch before the countdown, longer where a class is counted; of the countdown;
 * and of the last page.
 */
export const IDLE = { after: 45, counting: 75, countdown: 15, done: 12 };

/** Screens that end a check-in and go home by themselves. */
export const isLast = () =>
  ["done", "already", "not_yet", "problem", "withdraw", "withdrawn"].includes(state.screen);

/** Whether slips come out "now", "later", only in a drill ("virtual") or, without a printer, "none". */
export const paper = () => state.roll?.paper ?? "now";

/** Whether today is none of the plan's days. */
export const isWrongDay = () => Boolean(state.roll) && state.roll.day !== hallDay();

export const findCollege = (id) => state.roll?.colleges.find((college) => college.college_id === id);

/** Every class of the venue, each with its college. */
export const everyClass = () =>
  (state.roll?.colleges ?? []).flatMap((college) =>
    college.classes.map((planned) => ({ college, planned })),
  );

/** A class with its college; undefined when the roll has none of this id. */
export const findClass = (id) => everyClass().find(({ planned }) => planned.class_id === id);

/** The class that has this ticket; undefined when none has. */
export const findTicket = (number) => everyClass().find(({ planned }) => planned.ticket === number);

/** Return whether the roll no longer has what the screen is about. */
export const isGone = () =>
  (state.screen === "classes" && !findCollege(state.collegeId)) ||
  (["count", "rejoin"].includes(state.screen) && !findClass(state.classId));
