// A command that must not get lost: kept, also through a reload, until the server has answered.
import { make, sendUntilAnswered } from "./sender.js";

/** One command at a time, kept in localStorage under `key` for the day. */
export class Outbox {
  constructor(key, today, options) {
    this.key = key;
    this.today = today;
    this.options = options;
    this.sending = null;
  }

  /** The command that still waits for its response, or null; one of an earlier day is void. */
  get pending() {
    const kept = JSON.parse(localStorage.getItem(this.key));
    return kept?.day === this.today() ? kept.command : null;
  }

  /** Send a command until it is answered; a second call meanwhile waits for the first. */
  send(command) {
    if (!this.pending) this.keep(make(command));
    this.sending = this.sending ?? this.deliver().finally(() => (this.sending = null));
    return this.sending;
  }

  keep(command) {
    localStorage.setItem(this.key, JSON.stringify({ day: this.today(), command }));
  }

  async deliver() {
    const command = this.pending;
    // It never returns where the sign-in has ended: what is to be sent is kept until after the next.
    const response = await sendUntilAnswered(command, this.options);
    localStorage.removeItem(this.key);
    return { command, ...response };
  }
}
