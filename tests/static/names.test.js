import { all, left, missing, take } from "/static/js/shared/heads.js";
import { explain, press, reasonOf, underName } from "/static/js/shared/names.js";
import { equal, test } from "./harness.js";

const START = { split: all(3, { least: 0, most: 999 }), selected: null, reason: "sick" };
const pressed = (state, ...students) =>
  students.reduce((now, student) => ({ ...now, ...press(now, student) }), state);

test("a press marks a student as missing", () => {
  const { split, selected } = pressed(START, "a");
  equal([reasonOf(split, "a"), split.taken, selected], ["sick", 2, "a"]);
  equal(missing(split), [{ student: "a", reason: "sick" }]);
});

test("a name goes to a head that is missing without a reason", () => {
  const { split } = pressed({ ...START, split: take(START.split, 2) }, "a");
  equal([split.taken, left(split)], [2, 0]);
});

test("pressed again, a student is there after all", () => {
  const { split, selected } = pressed(START, "a", "a");
  equal([reasonOf(split, "a"), split.taken, selected], [undefined, 3, null]);
});

test("a press on another who is missing only looks at their reason", () => {
  const { split, selected } = pressed(START, "a", "b", "a");
  equal([reasonOf(split, "a"), split.taken, selected], ["sick", 1, "a"]);
});

test("a reason goes to the student pressed last and to the next ones", () => {
  const marked = pressed(START, "a");
  const explained = { ...marked, ...explain(marked, "exam") };
  const { split } = pressed(explained, "b");
  equal([reasonOf(split, "a"), reasonOf(split, "b"), split.taken], ["exam", "exam", 1]);
});

test("a reason without a student only stands for the next ones", () => {
  const { split, reason } = explain(START, "exam");
  equal([split.taken, reason], [3, "exam"]);
});

test("nobody can be marked whom the least does not spare", () => {
  const full = { ...START, split: all(1, { least: 1, most: 1 }) };
  equal(press(full, "a").split.students, []);
});

test("under a name stands the end of the number, or why they are missing", () => {
  const student = { student: "a", number: "2020060017" };
  equal(underName(START.split, student), "0017");
  const own = { ...START, reason: "在外地" };
  equal(underName(pressed(own, "a").split, student), "在外地");
});
