// What the keys type: how many heads or yuan, or whom or which class to look for; and the steppers.
import { take } from "../shared/heads.js";
import { withHeads } from "../shared/walk_in.js";
import { dueNow } from "./exception.js";
import { pay } from "./fee_actions.js";
import { state } from "./state.js";

const isWalkIn = () => ["walk_in", "rejoin"].includes(state.screen);
const isFee = () => state.screen === "count" && state.part === "fee";
const heads = () => (isWalkIn() ? state.walkIn.heads : state.split.taken);
const expected = () => (isWalkIn() ? 1 : state.split.total);

function count(n) {
  if (isWalkIn()) state.walkIn = withHeads(state.walkIn, n);
  else state.split = take(state.split, n);
}

/** The typed number holds at once; nothing typed stands for the expected one. */
function setTyped(typed) {
  state.typed = typed;
  if (isFee()) pay(typed === "" ? dueNow(state) : Number(typed));
  else count(typed === "" ? expected() : Number(typed));
}

const written = () => state.typed ?? (state.screen === "who" ? state.walkIn.query : state.query);

/** Build the actions; `search(text)` looks for a person, `render()` draws anew. */
export function typingActions({ search, render }) {
  function write(text) {
    if (state.typed !== null) setTyped(text);
    else if (state.screen === "who") search(text);
    else state.query = text;
  }

  return {
    letter: ({ value }) => write(written() + value),
    digit: ({ value }) => write(written() + value),
    erase: () => write(written().slice(0, -1)),
    clear: () => write(""),
    step: ({ value }) => count(heads() + Number(value)),
    type: () => {
      setTyped("");
      render();
      document.querySelector(".field").focus();
    },
    typed: () => (state.typed = null),
  };
}
