import { within } from "/static/js/wall/hours.js";
import { equal, test } from "./harness.js";

test("a span holds from its first minute until its last is over", () => {
  const noon = { since: "12:00", until: "13:30" };
  equal(["11:59", "12:00", "13:29", "13:30"].map((at) => within(noon, at)), [false, true, true, false]);
});

test("a span over midnight holds on both sides of it", () => {
  const night = { since: "22:00", until: "06:00" };
  equal(["21:59", "22:00", "00:00", "05:59", "06:00"].map((at) => within(night, at)),
    [false, true, true, true, false]);
});

test("no span never holds", () => equal(within(null, "12:00"), false));
