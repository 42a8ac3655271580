import { screensOf } from "/static/js/wall/rooms.js";
import { equal, test } from "./harness.js";

const station = (number, state) => ({ station: number, state, ticket: state === "idle" ? null : "A001" });
const room = (venue, ...states) => ({ venue, stations: states.map((state, i) => station(i + 1, state)) });
const venues = (boards) => screensOf(boards).map((screen) => screen.map(({ venue }) => venue).join(""));
const some = (n, ...states) => Array.from({ length: n }, (_, i) => room("abcdefghijklm"[i], ...states));

test("up to eight rooms stand on one screen", () => equal(venues(some(8, "shooting")), ["abcdefgh"]));

test("more rooms take turns", () => equal(venues(some(9, "idle")), ["abcdefgh", "i"]));

test("a room that calls stands on every screen, each in its place", () => {
  const rooms = some(11, "shooting");
  rooms[9] = room("j", "calling");
  equal(venues(rooms), ["abcdefgj", "hijk"]);
});

test("a room has a row for each station that has a class", () => {
  equal(venues(some(4, "calling", "shooting", "shooting", "idle")), ["ab", "cd"]);
});

test("a room that calls at many stations leaves the others their turn", () => {
  const rooms = [...some(7, "idle"), room("k", "calling", "calling", "calling", "calling"), room("l", "idle")];
  equal(venues(rooms), ["abcdk", "efgkl"]);
});

test("where too many call for one screen they take turns too", () => {
  equal(venues(some(10, "calling")), ["abcdefgh", "ij"]);
});
