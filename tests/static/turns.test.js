import { linesOf, pagesOf, turnOf } from "/static/js/wall/turns.js";
import { equal, test } from "./harness.js";

test("a list is cut into pages", () => {
  equal(pagesOf(["a", "b", "c", "d", "e"], 2), [["a", "b"], ["c", "d"], ["e"]]);
  equal(pagesOf([], 2), []);
});

test("each page has eight seconds, each of six or more has six", () => {
  equal([0, 7999, 8000, 24000].map((ms) => turnOf(3, ms)), [0, 0, 1, 0]);
  equal([5999, 6000, 36000].map((ms) => turnOf(6, ms)), [0, 1, 0]);
});

test("without a page nothing takes turns", () => equal(turnOf(0, 9000), 0));

test("a line holds what fits into it, and at least one", () => {
  const width = (text) => text.length;
  equal(linesOf(["ab", "cd", "efghij", "k"], 5, width), [["ab", "cd"], ["efghij"], ["k"]]);
  equal(linesOf([], 5, width), []);
});
