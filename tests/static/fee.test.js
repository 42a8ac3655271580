import { difference, due, noteName, noteOf, NOTES, sum, wantsNote, yuanText } from "/static/js/shared/fee.js";
import { page } from "/static/js/shared/page.js";
import { equal, test } from "./harness.js";

const EACH = page.plan.fee_yuan;

test("every head owes the plan's fee", () => {
  equal([due(0), due(28)], [0, 28 * EACH]);
});

test("a sum differs upwards and downwards", () => {
  equal([difference({ paid_yuan: 3 * EACH }, 2), difference({ paid_yuan: 0 }, 2)], [EACH, -2 * EACH]);
});

test("only a sum that differs wants a note", () => {
  equal(wantsNote({ paid_yuan: 2 * EACH, note: "" }, 2), false);
  equal(wantsNote({ paid_yuan: EACH, note: "" }, 2), true);
  equal(wantsNote({ paid_yuan: EACH, note: "later" }, 2), false);
});

test("a note of the catalogue goes to its words and back", () => {
  for (const code of [...NOTES.fewer, ...NOTES.more]) {
    equal([noteName(code) === code, noteOf(noteName(code))], [false, code]);
  }
});

test("somebody's own words stay as they are", () => {
  equal([noteName("下周补"), noteOf("下周补"), noteName("")], ["下周补", "下周补", ""]);
});

test("sums are exact to the fen", () => {
  equal([sum(0.1, 0.2), sum(12.5, -12.4), sum(19.99, "0.01")], [0.3, 0.1, 20]);
});

test("a sum has two decimals or none", () => {
  equal([20, 12.5, 0.05].map(yuanText), ["20", "12.50", "0.05"]);
});
