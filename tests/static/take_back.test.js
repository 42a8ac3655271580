import { shot, toCallAgain } from "/static/js/console/panel/take_back.js";
import { equal, test } from "./harness.js";

const row = (more) => ({ heads: 28, photographed: 28, counted: 0, missed: [], ...more });

test("what was shot is what the finish said where it named who was missed", () => {
  equal(shot(row({ photographed: 21, counted: 5, missed: [{ reason: "dress", count: 7 }] })), 21);
});

test("what was shot is else as it was counted before", () => {
  equal([shot(row({ counted: 21 })), shot(row())], [21, 0]);
});

test("those missing are called again, one at least", () => {
  equal(toCallAgain(row({ counted: 21 })), { missing: 7 });
  equal([toCallAgain(row()), toCallAgain(row({ counted: 28 }))], [{ missing: 1 }, { missing: 1 }]);
});
