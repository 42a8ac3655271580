import { clockBar } from "/static/js/shared/clock_bar.js";
import { draw } from "/static/js/shared/render.js";
import { equal, test } from "./harness.js";

const AT = "2026-11-28T19:08:00+08:00";
const other = { at: AT, machine: AT, trouble: "other_day", days: ["2026-09-11", "2026-12-06"] };
const apart = { ...other, machine: "2026-11-28T08:12:00+08:00", trouble: "behind" };

function drawn(state, device, settable = true) {
  const bar = document.createElement("div");
  draw(bar, clockBar(state, Date.parse(device), settable));
  return bar;
}
const texts = (bar, selector) =>
  [...bar.querySelectorAll(selector)].map(({ textContent }) => textContent.replace(/\s+/g, " ").trim());

test("a right clock has no bar", () => {
  equal(drawn({ ...other, trouble: null }, AT).textContent, "");
});

test("another day is said beside the planned one that is nearest", () => {
  equal(texts(drawn(other, AT), "p b"), ["现在是 11月28日 19:08，安排是 12月6日，差 8 天"]);
});

test("where this device agrees, its time is not offered and the plan is doubted", () => {
  const bar = drawn(other, AT);
  equal(texts(bar, "button"), []);
  equal(texts(bar, "p small"), ["这台设备也是这个时间，多半是安排的日期不对。"]);
});

test("where this device differs, its time is offered in the hall's offset", () => {
  const [button] = drawn(other, "2026-12-06T00:12:00Z").querySelectorAll("button");
  equal(button.dataset.at, "2026-12-06T08:12:00+08:00");
});

test("a machine that is behind is said with both times, either of which may be taken", () => {
  const bar = drawn(apart, "2026-12-06T08:12:00+08:00");
  equal(texts(bar, "p b"), ["现场时钟是 11月28日 19:08，主机是 11月28日 08:12"]);
  equal([...bar.querySelectorAll("button")].map(({ dataset }) => dataset.at), ["", "2026-12-06T08:12:00+08:00"]);
});

test("who may not set it is told who can", () => {
  const bar = drawn(apart, AT, false);
  equal([texts(bar, "button, a"), texts(bar, "p small")], [[], ["请工作人员到叫号台上改正。"]]);
});
