// Files dropped, chosen or pasted, at the steps that take them.
import { signedIn } from "../shared/api.js";
import { part, t } from "../shared/page.js";
import { html } from "../shared/render.js";
import { upload } from "../shared/upload.js";
import { state } from "./state.js";

const MOST_BYTES = 20 << 20;
const PATHS = { 2: "/api/setup/timetable", 3: "/api/setup/roster" };
const KINDS = {
  2: ".xlsx,.xls,.xlsb,.ods,.csv,.txt,.docx,.html,.htm,.toml",
  3: ".xlsx,.xls,.xlsb,.ods,.csv,.txt",
};

/** A place to drop, choose or paste a file; slim once there is something. */
export const dropHere = (step, isSlim) => html`<label id="drop" class="drop ${isSlim && "slim"}">
  <b>${t(isSlim ? `setup.drop.${step}.more` : `setup.drop.${step}`)}</b>
  <span>${t(`setup.drop.${step}.kinds`)}</span>
  <span class="button ${isSlim && "quiet low"}">${t("setup.drop.choose")}</span>
  <input id="file" type="file" data-input="file" accept="${KINDS[step]}" ${step === 3 && "multiple"}></label>`;

/** Build what takes files; `take(files)` sends them one after another. */
export function files() {
  async function take(found) {
    for (const file of found) await send(file);
  }

  async function send(file) {
    if (file.size > MOST_BYTES) return (state.note = { kind: "wrong", words: t("setup.drop.too_big") });
    state.note = { words: t("setup.drop.reading", { name: file.name }) };
    const path = PATHS[state.step] + (state.beside ? "?beside=1" : "");
    const { status, body } = await upload(path, file, () => {}).then(signedIn);
    if (status !== 200) return (state.note = { kind: "wrong", words: (body && body.title) || t("error.no_answer") });
    Object.assign(state, { draft: body, day: null, editing: null, beside: false, note: null });
    if (body.taken) {
      state.refused = body.taken.refused;
      state.note = { kind: state.refused.length ? "" : "good", words: body.taken.words };
    }
  }

  return {
    take,
    file: (_, name, input) => take([...input.files]).then(() => (input.value = "")),
    beside: () => (state.beside = !state.beside),
  };
}

const isTyping = ({ target }) => target.matches("input, textarea:not(.paste)");

/** Lead what is dropped anywhere, and what is pasted outside a field, to `take(files)`. */
export function filesAt(take) {
  const here = () => state.step in PATHS && part("drop");
  for (const kind of ["dragenter", "dragover", "dragleave", "drop"]) {
    document.addEventListener(kind, (event) => {
      event.preventDefault();
      if (!here()) return;
      part("drop").classList.toggle("over", kind === "dragenter" || kind === "dragover");
      if (kind === "drop") take([...event.dataTransfer.files]);
    });
  }
  document.addEventListener("paste", (event) => {
    if (!here() || isTyping(event)) return;
    const { files: pasted } = event.clipboardData;
    const markup = event.clipboardData.getData("text/html");
    const text = event.clipboardData.getData("text/plain");
    event.preventDefault();
    if (pasted.length && !markup) return take([...pasted]);
    if (markup || text) take([new File([markup || text], t("setup.drop.pasted"))]);
  });
}
