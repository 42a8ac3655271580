import { draw, em, html } from "/static/js/shared/render.js";
import { equal, test } from "./harness.js";

const NAME = '<img src="x" onerror="window.harmed = true">';

function drawn(markup) {
  const element = document.createElement("div");
  draw(element, markup);
  return element;
}

test("a name with markup in it stays text inside a template", () => {
  const element = drawn(html`<b>${NAME}</b>`);
  equal(element.querySelectorAll("img").length, 0);
  equal(element.querySelector("b").textContent, NAME);
});

test("a plain string handed to draw is text", () => {
  const element = drawn(NAME);
  equal(element.children.length, 0);
  equal(element.textContent, NAME);
});

test("plain strings among markup in a list are text", () => {
  const element = drawn([html`<b>1</b>`, NAME]);
  equal(Array.from(element.children, ({ localName }) => localName), ["b"]);
  equal(element.textContent, `1${NAME}`);
});

test("a name cannot leave an attribute", () => {
  const element = drawn(html`<b title="${'" onclick="harm()'}"></b>`);
  equal(element.firstElementChild.getAttributeNames(), ["title"]);
});

test("nothing, null and false draw nothing, and zero draws itself", () => {
  equal([undefined, null, false, "", 0].map((value) => drawn(value).textContent), ["", "", "", "", "0"]);
});

test("what stays keeps its element, by id or by place", () => {
  const element = drawn(html`<i id="a"></i><i id="b"></i>`);
  const [, b] = element.children;
  draw(element, html`<i id="b" class="now"></i>`);
  equal(element.children.length, 1);
  equal([element.firstElementChild === b, b.className], [true, "now"]);
});

test("hanzi are one em wide, letters less", () => {
  equal([em("排照"), em("A"), em("i1")], ["2.00", "0.79", "1.26"]);
});
