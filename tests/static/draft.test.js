import { draftOf, forget, keep } from "/static/js/kiosk/draft.js";
import { asExpected } from "/static/js/kiosk/exception.js";
import { take } from "/static/js/shared/heads.js";
import { equal, test } from "./harness.js";

const START = { classId: "a", ...asExpected(28) };
const touched = { ...START, split: take(START.split, 25) };

test("what was said of a class is there for that class alone", () => {
  keep(touched);
  equal([draftOf("a", 28).split.taken, draftOf("b", 28)], [25, null]);
});

test("a class whose list has changed begins anew", () => {
  keep(touched);
  equal(draftOf("a", 27), null);
});

test("an untouched class leaves nothing behind", () => {
  forget();
  keep(START);
  equal(draftOf("a", 28), null);
});
