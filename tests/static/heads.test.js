import { all, left, miss, missing, room, take } from "/static/js/shared/heads.js";
import { equal, test } from "./harness.js";

const CLASS = all(28, { least: 1, most: 999 });

test("to begin with all are taken and nobody lacks a reason", () => {
  equal([CLASS.taken, left(CLASS), missing(CLASS)], [28, 0, []]);
});

test("whoever is not taken lacks a reason until one is given", () => {
  const two = take(CLASS, 26);
  equal(left(two), 2);
  equal(left(miss(two, "sick", 2)), 0);
  equal(missing(miss(two, "sick", 2)), [{ reason: "sick", count: 2 }]);
});

test("a reason for one more takes a head where none is left over", () => {
  const { taken, reasons } = miss(CLASS, "sick", 1);
  equal([taken, reasons], [27, { sick: 1 }]);
});

test("reasons that no longer fit are dropped", () => {
  const three = miss(take(CLASS, 25), "sick", 3);
  equal(take(three, 27).reasons, { sick: 1 });
  equal(take(three, 28).reasons, { sick: 0 });
  equal(missing(take(three, 28)), []);
});

test("nobody takes fewer than the least or more than there is room for", () => {
  equal([take(CLASS, -5).taken, take(CLASS, 5000).taken], [1, 999]);
  const camera = all(3, { least: 0, most: 3 });
  equal([take(camera, 7).taken, take(camera, -1).taken], [3, 0]);
});

test("who is missing by name stays missing when the count is raised", () => {
  const named = { ...all(3, { least: 0, most: 3 }), taken: 2, students: [{ student: "a", reason: "sick" }] };
  equal([room(named), take(named, 3).taken], [2, 2]);
});

test("below the least no reason is given", () => {
  const least = all(2, { least: 2, most: 2 });
  equal(miss(least, "sick", 1), least);
});

test("a reason is never given to less than none", () => {
  equal(miss(CLASS, "sick", -1).reasons, { sick: 0 });
});
