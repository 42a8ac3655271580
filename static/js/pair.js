// Pairing: the code that staff show lets this tablet check classes in.
import { post } from "./api.js";
import { keypad } from "./kiosk/keypad.js";
import { patch } from "./kiosk/patch.js";
import { t } from "./page.js";
import { html } from "./render.js";

const LENGTH = 8;
// The server forgets wrong tries after a minute; it says so itself where the answer tells.
const WAIT_S = 60;
const MESSAGES = { 0: "kiosk.pair.offline", 401: "kiosk.pair.wrong", 429: "kiosk.pair.wait" };

const state = { code: "", busy: false, message: null, wait: 0 };

const box = (_, i) => html`<i class="${i === state.code.length && "current"}">${state.code[i]}</i>`;

function render() {
  patch(
    document.getElementById("pair"),
    html`<h1>${t("kiosk.pair.title")}</h1>
      <p>${t("kiosk.pair.explain")}</p>
      <p class="code" role="img" aria-label="${t("kiosk.pair.typed", { n: state.code.length })}">
        ${Array.from({ length: LENGTH }, box)}
      </p>
      <p class="message" role="alert">${state.message && t(state.message, { n: state.wait })}</p>
      <div ${(state.busy || state.wait > 0) && html`inert`}>
        ${keypad(() => state.code.length < LENGTH)}
      </div>`,
  );
}

function countDown() {
  if (state.wait === 0) state.message = null;
  render();
  if (state.wait > 0) setTimeout(() => (state.wait--, countDown()), 1000);
}

async function send() {
  state.busy = true;
  render();
  const { status, retryAfter } = await post("/api/pair", { code: state.code });
  if (status === 204) return location.reload();
  Object.assign(state, { code: "", busy: false, message: MESSAGES[status] ?? "kiosk.pair.failed" });
  if (status !== 429) return render();
  state.wait = retryAfter || WAIT_S;
  countDown();
}

function write(code) {
  if (state.busy || state.wait > 0 || code.length > LENGTH) return;
  Object.assign(state, { code, message: null });
  if (code.length === LENGTH) return send();
  render();
}

const actions = {
  digit: (digit) => write(state.code + digit),
  erase: () => write(state.code.slice(0, -1)),
  clear: () => write(""),
};

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-action]");
  if (button) actions[button.dataset.action](button.dataset.value);
});
document.addEventListener("keydown", ({ key }) => {
  if (/^\d$/.test(key)) actions.digit(key);
  if (key === "Backspace") actions.erase();
});
render();
