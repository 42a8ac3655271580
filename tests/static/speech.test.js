import { page } from "/static/js/shared/page.js";
import { wording } from "/static/js/wall/speech.js";
import { equal, test } from "./harness.js";

const CALL = { class: "绘画1班", kind: "class", station: 2 };

function at(changes, call) {
  const before = { ...page };
  Object.assign(page, changes);
  const words = wording("xinhua", call);
  Object.assign(page, before);
  return words;
}

test("a class is called by its name to its station", () => {
  const { caption, keys } = wording("xinhua", CALL);
  equal(keys, ["name.绘画1班", "station.2"]);
  equal([caption.includes("绘画1班"), caption.includes("2"), caption.includes("新华")], [true, true, false]);
});

test("a screen of several venues names the venue first", () => {
  const { caption, keys } = at({ halls: ["yungu", "xinhua"] }, CALL);
  equal([keys[0], caption.startsWith("新华")], ["venue.xinhua", true]);
});

test("a walk-in is called with its kind", () => {
  equal(wording("xinhua", { ...CALL, kind: "late" }).keys, ["name.绘画1班", "kind.late", "station.2"]);
});

test("a fast drill leaves no time for words", () => {
  equal(at({ rate: 60 }, CALL).keys, []);
});
