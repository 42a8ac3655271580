import { hallDay, hallNow, hallTime, hhmm, hhmmss, local, setClock } from "/static/js/shared/clock.js";
import { equal, test } from "./harness.js";

test("there is no time before the first snapshot", () => {
  equal([hallTime(), Number.isNaN(hallNow())], ["", true]);
});

test("the clock reads as the hall's, whatever the browser's zone", () => {
  setClock("2023-09-11T10:35:00.000+08:00");
  equal([hallTime(), hallDay()], ["10:35", "2023-09-11"]);
});

test("shortly before midnight the hall's day is not yet the next", () => {
  setClock("2023-09-11T23:59:00.000+08:00");
  equal([hallTime(), hallDay()], ["23:59", "2023-09-11"]);
});

test("offsets behind and of half an hour count too", () => {
  const at = Date.parse("2023-09-11T12:00:00Z");
  setClock("2023-09-11T06:30:00.000-05:30");
  equal(local(at).toISOString().slice(0, 16), "2023-09-11T06:30");
});

test("the clock goes on by itself", async () => {
  setClock("2023-09-11T10:35:00.000+08:00");
  const before = hallNow();
  while (hallNow() === before) await new Promise((wake) => setTimeout(wake, 1));
  equal(hallNow() > before, true);
});

test("a time that the server wrote is cut, not converted", () => {
  equal([hhmm("2023-09-11T10:35:07+08:00"), hhmmss("2023-09-11T10:35:07+08:00")], ["10:35", "10:35:07"]);
  equal([hhmm(null), hhmmss(undefined)], ["", ""]);
});
