// The rehearsal page: what to simulate, how far it is, and what it came to.
import { get, post } from "../shared/api.js";
import { dispatch } from "../shared/dispatch.js";
import { page, part, t } from "../shared/page.js";
import { draw, html } from "../shared/render.js";
import { form, wanted } from "./form.js";
import { showResults } from "./results.js";
import { take } from "./take.js";

const POLL_MS = 1000;

let shown = null;

async function poll() {
  const { status, body } = await get("/api/rehearsal");
  if (status === 200) show(body);
  if (status !== 200 || body.state === "running") setTimeout(poll, POLL_MS);
}

function show(run) {
  draw(part("progress"), progress(run));
  part("form").querySelector("button").disabled = run.state === "running";
  if (run.state === "done") showResults(part("rehearsal"), (shown = run.result));
}

function progress({ state, done, of }) {
  if (state === "failed") return html`<p class="slips">${t("staff.rehearsal.failed")}</p>`;
  if (state !== "running") return "";
  // Before it counts it seeks what would be enough, and nobody knows how long that takes.
  if (!of) return html`<label>${t("staff.rehearsal.seeking")}<progress></progress></label>`;
  return html`<label>${t("staff.rehearsal.running", { done, of })}
    <progress value="${done}" max="${of}"></progress></label>`;
}

async function rehearse(_, data) {
  const { status, body } = await post("/api/rehearsal", wanted(data));
  if (status !== 200) return draw(part("progress"), html`<p class="slips">${t("error.no_answer")}</p>`);
  show(body);
  poll();
}

dispatch({ rehearse, take: ({ way, venue }) => take(shown.ways[way].venues[venue]) });
addEventListener("resize", () => shown && showResults(part("rehearsal"), shown));
draw(part("form"), form(page));
poll();
