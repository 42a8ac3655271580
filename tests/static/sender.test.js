import { Outbox } from "/static/js/shared/outbox.js";
import { make, sendUntilAnswered } from "/static/js/shared/sender.js";
import { answering } from "./server.js";
import { equal, test } from "./harness.js";

const KEY = "test.outbox";
const SOON = { waits: [1] };
const outbox = (day = "2023-09-11") => {
  localStorage.removeItem(KEY);
  return new Outbox(KEY, () => day, SOON);
};

test("a command has an id of its own and the page's venue", () => {
  const [one, other] = [make({ type: "undo" }), make({ type: "undo" })];
  equal([one.type, one.venue, one.id.length, one.id === other.id], ["undo", "yungu", 32, false]);
});

test("a command is sent again under the same id until it is answered", async () => {
  let waits = 0;
  const command = make({ type: "undo" });
  const sent = () => sendUntilAnswered(command, { ...SOON, onWaiting: () => waits++ });
  const { asked, result } = await answering([0, 429, 503, { version: 3 }], sent);
  equal([result.status, result.body, waits], [200, { version: 3 }, 3]);
  equal(asked.map(({ body }) => body.id), Array(4).fill(command.id));
});

test("a refusal is an answer", async () => {
  const { asked, result } = await answering([409], () => sendUntilAnswered(make({}), SOON));
  equal([result.status, asked.length], [409, 1]);
});

test("after its time a command is given up", async () => {
  const { asked, result } = await answering([503], () => sendUntilAnswered(make({}), { ...SOON, until: 0 }));
  equal([result.status, asked.length], [503, 1]);
});

test("the outbox keeps a command until it is answered", async () => {
  const box = outbox();
  const { result } = await answering([0, { ticket: "A001" }], async () => {
    const sending = box.send({ type: "check_in" });
    equal(box.pending.type, "check_in");
    return sending;
  });
  equal([result.status, result.command.type, box.pending], [200, "check_in", null]);
});

test("a second press while one is on its way is the same command", async () => {
  const box = outbox();
  const { asked } = await answering([{}], () =>
    Promise.all([box.send({ class_id: "a" }), box.send({ class_id: "b" })]));
  equal(asked.map(({ body }) => body.class_id), ["a"]);
});

test("what was kept before a reload goes out under its first id", async () => {
  outbox().keep(make({ class_id: "a" }));
  const box = new Outbox(KEY, () => "2023-09-11", SOON);
  const { id } = box.pending;
  const { asked } = await answering([{}], () => box.send(box.pending));
  equal(asked[0].body.id, id);
});

test("a command of an earlier day is void", () => {
  outbox("2023-09-10").keep(make({ class_id: "a" }));
  equal(new Outbox(KEY, () => "2023-09-11", SOON).pending, null);
});
