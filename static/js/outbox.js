// A command that must not get lost nor happen twice: kept until the server has answered it.
import { newId, post } from "./api.js";

const RETRY_MS = [500, 1000, 2000, 4000];
// Answers after which sending the same again may still succeed.
const MAY_SUCCEED = (status) => status === 0 || status === 401 || status === 429 || status >= 500;

/** One command at a time, its id made once, kept in localStorage under `key`. */
export class Outbox {
  constructor(key, onWaiting = () => {}) {
    this.key = key;
    this.onWaiting = onWaiting;
    this.sending = null;
  }

  /** The command that still waits for its answer, or null. */
  get pending() {
    return JSON.parse(localStorage.getItem(this.key));
  }

  /** Send a command until it is answered; a second call meanwhile waits for the first. */
  send(command) {
    if (!this.pending) localStorage.setItem(this.key, JSON.stringify({ id: newId(), ...command }));
    this.sending ??= this.#deliver().finally(() => (this.sending = null));
    return this.sending;
  }

  async #deliver() {
    const command = this.pending;
    for (let attempt = 0; ; attempt++) {
      const answer = await post("/api/commands", command);
      if (!MAY_SUCCEED(answer.status)) {
        localStorage.removeItem(this.key);
        return { command, ...answer };
      }
      this.onWaiting(answer.status, attempt);
      await new Promise((wake) => setTimeout(wake, RETRY_MS[attempt] ?? RETRY_MS.at(-1)));
    }
  }
}
