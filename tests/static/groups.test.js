import { grouped } from "/static/js/kiosk/groups.js";
import { equal, test } from "./harness.js";

const told = (...names) =>
  grouped(names.map((name) => ({ class_id: name, name })))
    .map(({ heading, cells }) => [heading, ...cells.map(({ short }) => short)]);

test("what numbered classes share is the heading", () => {
  equal(told("绘画1班", "绘画2班", "软件2023级1班", "软件2023级12班"),
    [["绘画", "1班", "2班"], ["软件2023级", "1班", "12班"]]);
});

test("a hyphen before the number belongs to neither", () => {
  equal(told("行管22-1班", "行管22-2班"), [["行管22", "1班", "2班"]]);
});

test("numbers in brackets, in hanzi and of four digits are numbers", () => {
  equal(told("会计（1）班", "会计（2）班", "护理一班", "护理十二班", "计科2201", "计科2202"),
    [["会计", "（1）班", "（2）班"], ["护理", "一班", "十二班"], ["计科", "2201", "2202"]]);
});

test("whoever shares nothing stands at the end under the whole name", () => {
  equal(told("国画班", "绘画1班", "绘画2班", "油画1班"), [["绘画", "1班", "2班"], ["", "国画班", "油画1班"]]);
});
