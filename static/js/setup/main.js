// Setting up: eight steps over one draft; whatever is said is sent and kept at once.
import { get } from "../shared/api.js";
import { dispatch } from "../shared/dispatch.js";
import { part, t } from "../shared/page.js";
import { draw } from "../shared/render.js";
import { checking } from "./check.js";
import { collection } from "./collection.js";
import { devices } from "./devices.js";
import { files, filesAt } from "./files.js";
import { foot, head, rail } from "./frame.js";
import { people, peopleActions } from "./people.js";
import { roster } from "./roster.js";
import { saving } from "./saving.js";
import { state } from "./state.js";
import { texts, textsActions } from "./texts.js";
import { timetable, timetableActions } from "./timetable.js";
import { venues, venuesActions } from "./venues.js";

const STEPS = [collection, timetable, roster, venues, texts, devices, people, checking.step];

function render() {
  if (!state.draft) return;
  draw(part("rail"), rail());
  draw(part("head"), head());
  draw(part("step"), STEPS[state.step - 1](state.draft));
  draw(part("foot"), foot());
}

function turnTo(step) {
  const isOther = state.step !== step;
  Object.assign(state, { step, editing: null, note: null, steps: false });
  render();
  if (isOther) scrollTo(0, 0);
}

const fromHash = () => {
  const step = Number(location.hash.slice(1));
  turnTo(step >= 1 && step <= STEPS.length ? step : 1);
};

async function begin() {
  const { status, body } = await get("/api/setup");
  if (status !== 200) return setTimeout(begin, 1000);
  state.draft = body;
  fromHash();
}

const { actions: saves, change } = saving(render);
const taking = files();

dispatch(
  {
    ...saves,
    ...taking,
    ...timetableActions(change),
    ...venuesActions(change),
    ...textsActions(change),
    ...peopleActions(render),
    ...checking.actions(render),
    steps: () => (state.steps = !state.steps),
  },
  { after: render },
);
addEventListener("hashchange", fromHash);
filesAt((found) => taking.take(found).then(render));
draw(part("step"), t("setup.connecting"));
begin();
