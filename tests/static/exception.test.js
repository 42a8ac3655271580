import { absences, asExpected, fields, isPaying, lacksNote, paid } from "/static/js/kiosk/exception.js";
import { take } from "/static/js/shared/heads.js";
import { page } from "/static/js/shared/page.js";
import { equal, test } from "./harness.js";

const EACH = page.plan.fee_yuan;
const START = asExpected(28);
const paying = (fee) => ({ ...START, fee: { ...START.fee, method: "cash", ...fee } });

test("untouched, all are there and ready and nothing is said of a fee", () => {
  equal(fields(START), { present: 28, absent: [], ready: { code: 28, dress: 28 } });
});

test("a method means that what is due was paid, however many come", () => {
  const state = { ...paying({}), split: take(START.split, 26) };
  equal([paid(state), lacksNote(state)], [26 * EACH, false]);
  equal(fields(state).fee, { method: "cash", paid_yuan: 26 * EACH, reference: "", note: "" });
});

test("who pays later has not paid", () => {
  const later = paying({ method: "later" });
  equal([isPaying(later), fields(later).fee], [false, undefined]);
});

test("another sum stands, and lacks its note", () => {
  equal([paid(paying({ paid_yuan: 0 })), lacksNote(paying({ paid_yuan: 0 }))], [0, true]);
  equal(lacksNote(paying({ paid_yuan: 0, note: "teacher" })), false);
});

test("no more are unready than are present", () => {
  const state = { ...START, split: take(START.split, 1), lacking: { code: 3, dress: 0 } };
  equal(fields(state).ready, { code: 0, dress: 1 });
});

test("who is there and not ready is no absence", () => {
  equal(absences.filter((reason) => ["no_code", "dress"].includes(reason)), []);
  equal(START.reason, "absent");
});
