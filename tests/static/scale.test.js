import { scaleOf, spanOf } from "/static/js/timeline/scale.js";
import { equal, test } from "./harness.js";

const at = (time) => `2023-09-11T${time}:00+08:00`;
const ms = (time) => Date.parse(at(time));
const DAY = {
  windows: [{ opens: at("09:00"), closes: at("11:00"), ends_at: at("11:20") }],
  visits: [{ called_at: at("09:05"), ended_at: null }],
  forecast: [{ ends_at: at("11:20") }],
};

test("a day goes from its first to its last time", () => {
  equal(spanOf(DAY), [ms("09:00"), ms("11:20")]);
});

test("a practice the evening before does not squeeze the day", () => {
  const practice = { called_at: "2023-09-10T20:00:00+08:00", ended_at: null };
  equal(spanOf({ ...DAY, visits: [practice, ...DAY.visits] }), [ms("09:00"), ms("11:20")]);
});

test("the axis begins at a quarter and its ticks have room for their times", () => {
  const { x, ticks, width } = scaleOf(DAY, 1000);
  equal([x(ms("09:00")), ticks[0]], [0, ms("09:00")]);
  const apart = ticks.slice(1).map((tick, i) => x(tick) - x(ticks[i]));
  equal(apart.every((px) => px >= 72), true);
  equal(width > x(ms("11:20")), true);
});

test("a time beyond the day stands at its edge", () => {
  const { x, holds } = scaleOf(DAY, 1000);
  equal([x(ms("05:00")), x(ms("23:00")), holds(ms("23:00"))], [0, x(ms("11:30")), false]);
});

test("a narrow room is scrolled rather than squeezed", () => {
  const { x } = scaleOf(DAY, 100);
  equal((x(ms("10:00")) - x(ms("09:00"))).toFixed(0), "204");
});
