import { marked, places, search } from "/static/js/kiosk/search.js";
import { equal, test } from "./harness.js";

const entry = (class_id, ticket = null) => ({ planned: { class_id, ticket } });

test("letters are found in order, from the first", () => {
  equal([places("HHYB", "HY"), places("HHYB", "HYH"), places("HHYB", "YB")], [[0, 2], null, null]);
});

test("unbroken matches come before abbreviations, who is there already last", () => {
  const pinyin = { broken: ["SXXY"], whole: ["SY"], there: ["SY"] };
  const found = search([entry("there", "A001"), entry("broken"), entry("whole")], pinyin, "SY");
  equal(found.map(({ planned }) => planned.class_id), ["whole", "broken", "there"]);
});

test("any reading of a class will do", () => {
  equal(search([entry("a")], { a: ["CQ", "ZQ"] }, "ZQ").length, 1);
});

test("hits are marked in the name, signs between its characters not counted", () => {
  equal(marked("绘画（1）班", [0, 2]), [["绘", true], ["画（", false], ["1", true], ["）班", false]]);
});
