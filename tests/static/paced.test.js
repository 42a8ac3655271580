import { paced } from "/static/js/timeline/paced.js";
import { equal, test } from "./harness.js";

test("asked for many times while it works, it works once more", async () => {
  const ends = [];
  let began;
  const begun = () => new Promise((wake) => (began = wake));
  let first = begun();
  const ask = paced(() => new Promise((end) => (ends.push(end), began())), (wanted) => (wanted ? 0 : null));
  ask();
  await first;
  first = begun();
  ask();
  ask();
  equal(ends.length, 1);
  ends[0](true);
  await first;
  ends[1](true);
  await new Promise((wake) => setTimeout(wake, 20));
  equal(ends.length, 2);
});

test("what failed is tried again", async () => {
  let tries = 0;
  await new Promise((done) => {
    paced(async () => (++tries < 3 ? false : (done(), true)), (wanted) => (wanted ? 0 : null))();
  });
  equal(tries, 3);
});
