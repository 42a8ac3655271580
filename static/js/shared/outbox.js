// A command that must not get lost nor happen twice: kept until the server has answered it.
import { newId, post } from "./api.js";

const RETRY_MS = [500, 1000, 2000, 4000];
// Answers after which sending the same again may still succeed.
const MAY_SUCCEED = (status) => status === 0 || status === 401 || status === 429 || status >= 500;

/** One command at a time, its id made once, kept in localStorage under `key` for the day. */
export class Outbox {
  constructor(key, today, onWaiting) {
    this.key = key;
    this.today = today;
    this.onWaiting = onWaiting;
    this.sending = null;
  }

  /** The command that still waits for its answer, or null; one of an earlier day is void. */
  get pending() {
    const kept = JSON.parse(localStorage.getItem(this.key));
    return kept?.day === this.today() ? kept.command : null;
  }

  /** Send a command until it is answered; a second call meanwhile waits for the first. */
  send(command) {
    if (!this.pending) this.#keep({ id: newId(), ...command });
    this.sending ??= this.#deliver().finally(() => (this.sending = null));
    return this.sending;
  }

  #keep(command) {
    localStorage.setItem(this.key, JSON.stringify({ day: this.today(), command }));
  }

  async #deliver() {
    const command = this.pending;
    for (let attempt = 0; ; attempt++) {
      const answer = await post("/api/commands", command);
      if (!MAY_SUCCEED(answer.status)) {
        localStorage.removeItem(this.key);
        return { command, ...answer };
      }
      this.onWaiting(answer.status);
      await new Promise((wake) => setTimeout(wake, RETRY_MS[attempt] ?? RETRY_MS.at(-1)));
    }
  }
}
