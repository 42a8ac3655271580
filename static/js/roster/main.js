// The roster page: a file dropped, looked at, corrected and taken; and the roll it gave.
import { post } from "../shared/api.js";
import { dispatch } from "../shared/dispatch.js";
import { part, t } from "../shared/page.js";
import { draw, html } from "../shared/render.js";
import { upload } from "../shared/upload.js";
import { preview } from "./preview.js";
import { people, showPeople } from "./people.js";
import { columnsAfter } from "./columns.js";
import { showLast } from "./last.js";

// What the server takes; a longer file need not be sent.
const MOST_BYTES = 20 << 20;
let shown = null;
// What a person has said of the file that is shown: columns by field, classes by their spelling.
let said = {};

function notify(markup, kind = "") {
  part("progress").className = `note ${kind}`;
  draw(part("progress"), markup);
}

function show(body) {
  shown = body;
  if (!body) said = {};
  part("drop").classList.toggle("slim", Boolean(body));
  draw(part("preview"), body ? preview(body) : "");
}

/** Show a response's preview, or say what is wrong. */
function showResult({ status, body }) {
  if (status !== 200) return notify(body?.title ?? t("error.no_answer"), "wrong");
  notify("");
  show(body);
}

async function bring(file) {
  if (!file) return;
  show(null);
  if (file.size > MOST_BYTES) return notify(t("staff.roster.too_big", { most: MOST_BYTES >> 20 }), "wrong");
  showResult(await upload("/api/roster/preview", file, (percent) => {
    const words = percent < 100 ? t("staff.roster.sending", { percent }) : t("staff.roster.reading");
    notify(html`<progress max="100" value="${percent}"></progress> ${words}`);
  }));
  part("file").value = "";
}

/** Ask anew with what a person says now. */
async function correct(more) {
  said = { ...said, ...more };
  notify(t("staff.roster.reading"));
  showResult(await post(`/api/roster/preview/${shown.preview}`, said));
}

async function take() {
  const { status, body } = await post("/api/roster/take", {
    preview: shown.preview,
    strike: [...document.querySelectorAll("input[data-strike]:checked")].map((tick) => tick.dataset.strike),
  });
  if (status !== 200) return notify(body?.title ?? t("error.no_answer"), "wrong");
  notify(t("staff.roster.taken", { n: shown.students }), "good");
  show(null);
  showPeople(part("people"));
  showLast(part("last"));
}

/** A name is a class of the plan, or none after all. */
function spelling({ name }, id) {
  const classes = { ...said.classes };
  if (id) classes[name] = id;
  else delete classes[name];
  correct({ classes });
}

async function takeBack() {
  const { status, body } = await post("/api/roster/take-back", {});
  if (status !== 200) return notify(body?.title ?? t("error.no_answer"), "wrong");
  show(null);
  notify(t("staff.roster.taken_back"), "good");
  showPeople(part("people"));
  showLast(part("last"));
}

dispatch({
  file: (_, name, { files }) => bring(files[0]),
  column: (_, field, chosen) => correct({ columns: columnsAfter(shown.fields, field, chosen) }),
  spelling,
  // Another sheet's columns are to be guessed anew.
  sheet: (_, number) => correct({ sheet: Number(number) || null, columns: {} }),
  take,
  takeBack,
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
showLast(part("last"));
