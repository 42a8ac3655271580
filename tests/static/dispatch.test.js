import { dispatch } from "/static/js/shared/dispatch.js";
import { draw, html } from "/static/js/shared/render.js";
import { equal, test } from "./harness.js";

// The document's listeners stay, so one dispatcher serves all tests here.
const heard = [];
let counts = true;
let finish;
const press = dispatch(
  {
    call: ({ station }) => heard.push(`call ${station}`),
    save: (_, form) => heard.push(`save ${form.get("yuan")}`),
    find: (_, typed, element) => heard.push(`find ${typed} in ${element.name}`),
    slow: () => new Promise((done) => (finish = done)),
  },
  { before: () => counts, after: () => heard.push("after") },
);

const place = document.body.appendChild(document.createElement("div"));
draw(place, html`<button data-action="call" data-station="2"><b>!</b></button>
  <form data-action="save"><label>?<input name="yuan" value="80"></label><button>!</button></form>
  <input name="query" data-input="find"><button id="slow" data-action="slow"></button><i></i>`);

function hearing(act) {
  heard.length = 0;
  act();
  return [...heard];
}

test("a press inside a button is the button's", () => {
  equal(hearing(() => place.querySelector("b").click()), ["call 2", "after"]);
});

test("a press beside every button does nothing", () => {
  equal(hearing(() => place.querySelector("i").click()), []);
  equal(hearing(() => place.querySelector("label").click()), []);
});

test("a form is sent with what was entered, and the page stays", () => {
  equal(hearing(() => place.querySelector("form button").click()), ["save 80", "after"]);
});

test("a field tells what is typed", () => {
  const field = place.querySelector("[name=query]");
  field.value = "LJ";
  equal(hearing(() => field.dispatchEvent(new Event("input", { bubbles: true }))), ["find LJ in query", "after"]);
});

test("a click that is not to count does not", () => {
  counts = false;
  const result = hearing(() => place.querySelector("b").click());
  counts = true;
  equal(result, []);
});

test("an element can be pressed without a click", () => {
  equal(hearing(() => press(place.querySelector("[data-station]"))), ["call 2", "after"]);
});

test("what is promised is followed once more", async () => {
  equal(hearing(() => place.querySelector("#slow").click()), ["after"]);
  finish();
  await new Promise((wake) => setTimeout(wake));
  equal(heard, ["after", "after"]);
});
