import { keypad } from "/static/js/shared/keypad.js";
import { draw } from "/static/js/shared/render.js";
import { equal, test } from "./harness.js";

function keys(...allowed) {
  const element = document.createElement("div");
  draw(element, keypad(...allowed));
  return [...element.querySelectorAll("button")];
}

test("the digits stand as on a telephone, nought between the two that take back", () => {
  const named = keys().map(({ dataset: { action, value } }) => value ?? action);
  equal(named, ["1", "2", "3", "4", "5", "6", "7", "8", "9", "clear", "0", "erase"]);
});

test("a digit that cannot be typed now is off", () => {
  const off = keys((digit) => digit !== "0").filter(({ disabled }) => disabled);
  equal(off.map(({ dataset }) => dataset.value), ["0"]);
});

test("a sum has a point in place of the key that clears", () => {
  const named = keys(() => true, { point: true }).map(({ dataset: { action, value } }) => value ?? action);
  equal(named.slice(-3), [".", "0", "erase"]);
});
