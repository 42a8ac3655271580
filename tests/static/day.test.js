import { comers } from "/static/js/wall/day.js";
import { equal, test } from "./harness.js";

const window_ = { make_up: false, college: "美术学院", classes: [] };

test("a whole college is called by its name", () => equal(comers(window_), "美术学院"));

test("where only some classes come they are named, or counted where they are many", () => {
  equal(comers({ ...window_, classes: ["国画班", "油画班"] }), "国画班、油画班");
  equal(comers({ ...window_, classes: ["国画班", "油画班", "版画班"] }), "国画班等 3 个班");
});

test("to make up comes whoever is still missing", () => {
  equal(comers({ make_up: true, college: null, classes: [] }), "补拍（不分学院）");
});
