// Every change is sent by itself, one after another; what is typed, once the person pauses.
import { post } from "../shared/api.js";
import { t } from "../shared/page.js";
import { state } from "./state.js";

const PAUSE_MS = 500;
const AGAIN_MS = 2000;

const now = () => new Date().toTimeString().slice(0, 5);

/** Return the actions that save, and `change(change)`, which sends one and resolves when it is in. */
export function saving(render) {
  let queue = Promise.resolve();
  let typed = {};
  let timer = null;

  async function send(wanted) {
    const { status, body } = await post("/api/setup/changes", wanted);
    if (status === 200) Object.assign(state, { draft: body, saved: "saved", savedAt: now() });
    else if (status === 400) state.saved = "refused";
    else {
      state.saved = "lost";
      render();
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
      return send(wanted);
    }
    render();
  }

  const change = (wanted) => {
    state.saved = "saving";
    queue = queue.then(() => send(wanted));
    return queue;
  };

  function flush() {
    clearTimeout(timer);
    const said = typed;
    typed = {};
    return Object.keys(said).length ? change({ type: "say", ...said }) : queue;
  }

  /** Say a field: a text, a number, or with `data-as="lines"` a list. */
  function say({ field, as }, value) {
    const lines = () => value.split("\n").map((line) => line.trim()).filter(Boolean);
    const number = () => (value === "" || !Number.isFinite(Number(value)) ? null : Number(value));
    typed[field] = as === "lines" ? lines() : as === "number" ? number() : value.trim();
    state.saved = "saving";
    clearTimeout(timer);
    timer = setTimeout(flush, PAUSE_MS);
  }

  addEventListener("pagehide", flush);
  addEventListener("hashchange", flush);
  return { change: (wanted) => flush().then(() => change(wanted)), actions: { say } };
}

/** Word how saving stands. */
export const savedWords = () => t(`setup.saved.${state.saved}`, { at: state.savedAt });
