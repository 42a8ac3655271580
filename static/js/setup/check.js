// Step 8: what is open, and the two ways on: a drill, or the collection itself.
import { get, post } from "../shared/api.js";
import { page, t } from "../shared/page.js";
import { html } from "../shared/render.js";
import { STEPS } from "./frame.js";
import { state } from "./state.js";

const POLL_MS = 500;

const row = (step) => (open) => {
  const mine = open.filter((each) => each.step === step);
  return html`<li class="${mine.length && "open"}"><i>${mine.length ? "!" : "✓"}</i><b>${t(`setup.step.${step}`)}</b>
    <span>${mine.length ? mine.map(({ text }) => text).join("；") : t("setup.check.fine")}</span>
    ${mine.length > 0 && html`<a class="button quiet low" href="#${step}">${t("setup.check.go")}</a>`}</li>`;
};

function step({ open }) {
  const needed = open.filter((each) => each.needed);
  const verdict = needed.length ? "not_yet" : open.length ? "nearly" : "ready";
  const isOff = needed.length > 0 || state.start === "starting";
  return html`<section id="step-8">
    <div class="verdict ${verdict}"><i>${needed.length ? "!" : "✓"}</i><div>
      <h2>${t(`setup.check.${verdict}`, { n: open.length })}</h2><p>${t(`setup.check.${verdict}_how`)}</p></div></div>
    ${state.start && html`<p class="note ${state.start === "refused" && "wrong"}" role="status">${t(`setup.check.${state.start}`)}</p>`}
    <ul class="checks box">${STEPS.slice(0, 5).map((n) => row(n)(open))}</ul>
    <div class="starts">
      <button class="button quiet" data-action="drill" ${isOff && "disabled"}>${t("setup.check.drill")}</button>
      <button class="button" data-action="start" ${isOff && "disabled"}>${t("setup.check.start")}</button>
    </div>
    ${!needed.length && html`<p class="how"><a href="/api/setup/plan.toml">${t("setup.check.download")}</a></p>`}
  </section>`;
}

/** Wait until the next server answers, and call `goOn`. */
async function waitForNext(goOn) {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    const { status, body } = await get("/api/setup/run");
    if (status === 200 && body.run !== page.run) return goOn();
  }
}

const home = () => location.assign("/");

async function begin(url, body, goOn) {
  state.start = "starting";
  const { status } = await post(url, body);
  if (status === 202) return waitForNext(goOn);
  state.start = "refused";
}

const actions = () => ({
  start: () => begin("/api/setup/start", {}, home),
  drill: () => begin("/api/setup/start", { drill: true }, home),
  end_drill: () => begin("/api/setup/end-drill", {}, () => location.reload()),
});

export const checking = { step, actions };
