import { amended, toAmend, toCorrect, toFinish } from "/static/js/console/splits.js";
import { miss, take } from "/static/js/shared/heads.js";
import { equal, test } from "./harness.js";

const ROW = {
  state: "waiting", expected: 28, heads: 26, photographed: 0, ready: { code: 26, dress: 26 },
  absent: [{ student: "a", reason: "sick", count: null }, { reason: "exam", count: 1 }], missed: [],
};

test("a class that is opened and left as it is changes nothing", () => {
  equal(amended({ split: toAmend(ROW), ready: ROW.ready }, ROW), {});
});

test("fewer present are fewer ready", () => {
  const split = take(toAmend(ROW), 20);
  equal(amended({ split, ready: ROW.ready }, ROW), { present: 20, ready: { code: 20, dress: 20 } });
});

test("another reason is told with all the others", () => {
  const split = miss(take(toAmend(ROW), 25), "sick", 1);
  equal(amended({ split, ready: null }, ROW), {
    present: 25,
    absent: [{ student: "a", reason: "sick" }, { reason: "exam", count: 1 }, { reason: "sick", count: 1 }],
  });
});

test("a finished class keeps its heads", () => {
  const { least, most } = toAmend({ ...ROW, state: "finished" });
  equal([least, most], [26, 26]);
});

test("a class is finished with those counted, or else with all", () => {
  equal([toFinish(ROW, 21).taken, toFinish(ROW, 0).taken], [21, 26]);
});

test("a finished class is corrected from what was noted", () => {
  const split = toCorrect({ ...ROW, photographed: 24, missed: [{ reason: "left", count: 2 }] });
  equal([split.taken, split.reasons], [24, { left: 2 }]);
});
