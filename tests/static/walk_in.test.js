import * as walkIn from "/static/js/shared/walk_in.js";
import { answering } from "./server.js";
import { equal, test } from "./harness.js";

const LI = { student: "s1", name: "李静", number: "2020060001", college_id: "yishu", class_id: "huihua" };
const LATE = walkIn.newWalkIn("late");

test("without a name the college, perhaps the class, and how many are told", () => {
  const group = walkIn.withHeads(walkIn.ofClass(walkIn.fromCollege(LATE, "yishu"), "huihua"), 3);
  equal(walkIn.command(group), {
    type: "check_in_walk_in", kind: "late", college_id: "yishu", class_id: "huihua", heads: 3,
  });
});

test("another college is not the class's", () => {
  const group = walkIn.ofClass(walkIn.fromCollege(LATE, "yishu"), "huihua");
  equal(walkIn.command(walkIn.fromCollege(group, "sheji")).class_id, null);
});

test("somebody who is found comes alone, from where the roster has them", () => {
  const group = walkIn.withHeads({ ...LATE, found: [LI] }, 4);
  equal(walkIn.command(walkIn.choose(group, "s1")), {
    type: "check_in_walk_in", kind: "late", college_id: "yishu", class_id: "huihua", heads: 1, student: "s1",
  });
});

test("taken back, a name is told no more", () => {
  const named = walkIn.choose({ ...LATE, found: [LI] }, "s1");
  equal("student" in walkIn.command(walkIn.unnamed(named)), false);
  equal(walkIn.lookFor(named, "W").person, null);
});

test("at least one comes and at most 999", () => {
  equal([-3, 0, 5000].map((n) => walkIn.withHeads(LATE, n).heads), [1, 1, 999]);
});

test("whom a query means is asked of the venue's roster", async () => {
  const { asked } = await answering([{ students: [LI] }], async () => {
    equal(await walkIn.find("LJ"), [LI]);
    equal(await walkIn.find(""), null);
  });
  equal(asked.map(({ path }) => path), ["/api/roster?venue=yungu&q=LJ"]);
});

test("without an answer nobody is found", async () => {
  await answering([0], async () => equal(await walkIn.find("LJ"), []));
});
