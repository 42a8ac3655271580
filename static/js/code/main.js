// A page that asks for a number: typed on the keypad or the keyboard, sent with its last digit.
import { signIn } from "../shared/api.js";
import { dispatch } from "../shared/dispatch.js";
import { keypad } from "../shared/keypad.js";
import { part, t } from "../shared/page.js";
import { draw, html } from "../shared/render.js";
import { newest } from "../shared/tablet.js";

newest();

// How long to wait after too many wrong tries where the answer does not tell.
const WAIT_S = 60;

const boxes = part("code");
// Where it goes, as which field, how many digits; a secret one stays hidden.
const { path, field, secret, wrong } = boxes.dataset;
const length = Number(boxes.dataset.length);
const state = { code: "", busy: false, message: null, wait: 0 };

const isStopped = () => state.busy || state.wait > 0;

function box(_, i) {
  const digit = state.code[i];
  return html`<i class="${i === state.code.length && "current"}">${digit && secret ? "•" : digit}</i>`;
}

function render() {
  const typed = t("common.code.typed", { n: state.code.length });
  draw(
    boxes,
    html`<p class="boxes" role="img" aria-label="${typed}">${Array.from({ length }, box)}</p>
      <p class="message" role="alert">${state.message && t(state.message, { n: state.wait })}</p>
      <div ${isStopped() && html`inert`}>${keypad()}</div>`,
  );
}

function countDown() {
  if (state.wait === 0) state.message = null;
  render();
  if (state.wait > 0) setTimeout(() => (state.wait--, countDown()), 1000);
}

function why(status, body) {
  if (status === 401) return wrong;
  if (status === 429) return "common.code.wait";
  return body ? `error.${body.code}` : "common.code.offline";
}

async function send() {
  state.busy = true;
  render();
  const { status, body, retryAfter } = await signIn(path, { [field]: state.code });
  if (status === 204) return location.reload();
  Object.assign(state, { code: "", busy: false, message: why(status, body) });
  if (status !== 429) return render();
  state.wait = retryAfter || WAIT_S;
  countDown();
}

function write(code) {
  if (isStopped()) return;
  Object.assign(state, { code, message: null });
  if (code.length === length) return send();
  render();
}

const actions = {
  digit: ({ value }) => write(state.code + value),
  erase: () => write(state.code.slice(0, -1)),
  clear: () => write(""),
};

dispatch(actions);
document.addEventListener("keydown", ({ key }) => {
  if (/^\d$/.test(key)) actions.digit({ value: key });
  if (key === "Backspace") actions.erase();
  if (key === "Escape") actions.clear();
});
render();
