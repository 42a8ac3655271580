// The roster page: a file dropped, looked at, corrected and taken; and the roll it gave.
import { post } from "../shared/api.js";
import { dispatch } from "../shared/dispatch.js";
import { part, t } from "../shared/page.js";
import { draw, html } from "../shared/render.js";
import { preview } from "./preview.js";
import { people, showPeople } from "./people.js";
import { upload } from "./upload.js";

// What the server takes; a longer file need not be sent.
const MOST_BYTES = 20 << 20;
let shown = null;

function notify(markup, kind = "") {
  part("progress").className = `note ${kind}`;
  draw(part("progress"), markup);
}

function show(body) {
  shown = body;
  part("drop").classList.toggle("slim", Boolean(body));
  draw(part("preview"), body ? preview(body) : "");
}

/** Show a response's preview, or say what is wrong. */
function showResult({ status, body }) {
  if (status === 401) return location.reload();
  if (status !== 200) return notify(body?.title ?? t("error.no_answer"), "wrong");
  notify("");
  show(body);
}

async function bring(file) {
  if (!file) return;
  show(null);
  if (file.size > MOST_BYTES) return notify(t("staff.roster.too_big", { most: MOST_BYTES >> 20 }), "wrong");
  showResult(await upload(file, (percent) => {
    const words = percent < 100 ? t("staff.roster.sending", { percent }) : t("staff.roster.reading");
    notify(html`<progress max="100" value="${percent}"></progress> ${words}`);
  }));
  part("file").value = "";
}

/** Ask anew with the selects as they stand now. */
async function correct() {
  const chosen = [...document.querySelectorAll("select[data-column]")];
  const columns = Object.fromEntries(shown.fields.map((field) => {
    const column = chosen.find((select) => select.value === field)?.dataset.column;
    return [field, column === undefined ? null : Number(column)];
  }));
  const sheet = Number(part("sheet")?.value) || null;
  // Another sheet's columns are to be guessed anew.
  const wanted = sheet === shown.sheet ? { columns, sheet } : { sheet };
  notify(t("staff.roster.reading"));
  showResult(await post(`/api/roster/preview/${shown.preview}`, wanted));
}

async function take() {
  const { status, body } = await post("/api/roster/take", { preview: shown.preview });
  if (status !== 200) return notify(body?.title ?? t("error.no_answer"), "wrong");
  show(null);
  notify(t("staff.roster.taken", { n: body.added + body.changed + body.unchanged }), "good");
  showPeople(part("people"));
}

/** A field is in one column: the one it was in before gives it up. */
function column(_, field, chosen) {
  for (const other of document.querySelectorAll("select[data-column]")) {
    if (other !== chosen && field && other.value === field) other.value = "";
  }
  correct();
}

dispatch({
  file: (_, name, { files }) => bring(files[0]),
  column,
  sheet: correct,
  take,
  leave: () => (show(null), notify("")),
  ...people(part("people")),
});

for (const kind of ["dragenter", "dragover", "dragleave", "drop"]) {
  document.addEventListener(kind, (event) => {
    event.preventDefault();
    part("drop").classList.toggle("over", kind === "dragenter" || kind === "dragover");
    if (kind === "drop") bring(event.dataTransfer.files[0]);
  });
}
showPeople(part("people"));
