import { breaks, fit } from "/static/js/shared/fit.js";
import { draw, html } from "/static/js/shared/render.js";
import { fitNames, named } from "/static/js/wall/fit.js";
import { equal, test } from "./harness.js";

const WIDE = { width: 600, height: 200, most: 120, lines: 2 };
const parts = (text, n = 2) => breaks(text, n).parts.join("|");

test("a short name stands in one line, no larger than it may", () => {
  equal(fit("动画班", WIDE), { size: 120, parts: ["动画班"] });
});

test("a name is as large as its room is wide", () => {
  const { size } = fit("产品设计班", { ...WIDE, width: 200, lines: 1 });
  equal(Math.round(size), 39);
});

test("a name is as large as its room is high", () => {
  equal(Math.round(fit("动画班", { ...WIDE, height: 57 }).size), 50);
});

test("a second line is worth it only where it makes the name clearly larger", () => {
  const name = "视觉传达设计（师范类）2023级1班";
  equal(fit(name, WIDE).parts, ["视觉传达设计", "（师范类）2023级1班"]);
  equal(fit(name, { ...WIDE, height: 60 }).parts, [name]);
});

test("a name breaks before a bracket, a year or the number of its class", () => {
  equal(parts("播音与主持艺术（蒙语授课）2班"), "播音与主持艺术|（蒙语授课）2班");
  equal(parts("学前教育22-3班"), "学前教育|22-3班");
});

test("a name breaks between its words", () => {
  equal(parts("服装与服饰设计班"), "服装与|服饰设计班");
  equal(parts("非物质文化遗产保护班"), "非物质文化|遗产保护班");
  equal(parts("教育科学学院"), "教育|科学学院");
});

test("a sentence breaks after a comma", () => {
  equal(parts("带好采集码，在门口排队"), "带好采集码，|在门口排队");
});

test("no line begins with a closing bracket, a comma or the unit of a number", () => {
  for (const text of ["甲乙丙丁）戊", "甲乙丙，丁戊", "1班2班3班"]) {
    const starts = breaks(text, 3).parts.map((part) => part[0]);
    equal(starts.filter((sign) => "），班".includes(sign)), []);
  }
});

test("what has no second place to break stays in one line", () => equal(parts("甲"), "甲"));

test("a text of many lines loses nothing", () => {
  const text = "播音与主持艺术蒙语授课方向少数民族预科升入本科的一班";
  equal(parts(text, 3).replace(/\|/g, ""), text);
});

test("a page's names are fitted into what its stylesheet leaves them", () => {
  const box = document.createElement("div");
  draw(box, html`<style>.box { width: 300px; height: 114px } .name { display: block; height: 100%;
    --most: 6rem; --lines: 2 }</style><div class="box">${named("服装与服饰设计班")}</div>`);
  document.body.append(box);
  for (let again = 0; again < 2; again++) {
    fitNames(box);
    const name = box.querySelector(".name");
    equal([...name.children].map((line) => line.textContent), ["服装与", "服饰设计班"]);
    equal(Math.round(parseFloat(name.style.fontSize)), 50);
  }
  box.remove();
});
