// Step 2: the timetable as it was understood, drawn to scale, each doubt edited where it stands.
import { page, t } from "../shared/page.js";
import { html } from "../shared/render.js";
import { dropHere } from "./files.js";
import { dayToScale, daysOf } from "./scale.js";
import { state } from "./state.js";
import { editor, wanted } from "./window.js";

const PAUSE_MS = 600;

const numbered = ({ windows }) => windows.map((window, n) => ({ ...window, n }));
const dayName = (date) => {
  const day = new Date(`${date}T00:00Z`);
  return t("setup.day", { month: day.getUTCMonth() + 1, day: day.getUTCDate(), weekday: t(`setup.weekday.${day.getUTCDay()}`) });
};

function said({ windows, venues, colleges, doubts, unread }) {
  const heads = colleges.reduce((sum, c) => sum + (c.heads || c.classes.reduce((all, one) => all + (one.heads || 0), 0)), 0);
  const read = t("setup.read", { days: daysOf(windows).length, venues: venues.length, windows: windows.length, heads });
  const open = [
    doubts.length && t("setup.read.doubts", { n: doubts.length }),
    unread.length && t("setup.read.unread", { n: unread.length }),
  ].filter(Boolean);
  return html`<p class="sum">${read} ${open.join(t("setup.and"))}${open.length > 0 && t("setup.read.marked")}
    ${!open.length && t("setup.read.clear")}</p>`;
}

const tab = (day) => html`<button class="pick" data-action="day" data-day="${day}"
  aria-pressed="${day === state.day}">${dayName(day)}</button>`;

const headsOf = ({ heads, kind }) =>
  kind === "make_up" ? t("setup.anybody") : heads === null ? t("setup.heads_open") : t("setup.heads", { n: heads });

function bar({ window, left, width }, number) {
  const kind = number ? "doubt" : window.kind;
  const who = window.who.join("、") || t("setup.make_up");
  const label = `${window.opens}–${window.closes} ${window.venue} ${who} ${headsOf(window)}`;
  return html`<button class="bar ${kind}" style="left:${left};width:${width}" data-action="edit"
    data-n="${window.n}" aria-pressed="${state.editing === window.n}" title="${label}" aria-label="${label}">
    <b>${who}</b><span>${headsOf(window)}</span>${number > 0 && html`<u>${number}</u>`}</button>`;
}

function chart(draft, windows) {
  const { hours, rows } = dayToScale(windows);
  const order = [...new Set(draft.doubts.map(({ window }) => window))];
  const lines = html`<div class="lines">${hours.map(({ left }) => html`<s style="left:${left}"></s>`)}</div>`;
  return html`<section class="days box" aria-label="${dayName(state.day)}">
    <div class="axis"><span></span><div>${hours.slice(0, -1).map(({ hour, left }) =>
      html`<span style="left:${left}">${hour}</span>`)}</div></div>
    ${rows.map(({ venue, lanes }) => html`<div class="room"><b>${venue || t("setup.no_venue")}</b>
      <div class="lanes">${lines}${lanes.map((lane) => html`<div class="lane">${lane.map((each) =>
        bar(each, order.indexOf(each.window.n) + 1))}</div>`)}</div></div>
      ${lanes.some((lane) => lane.some(({ window }) => window.n === state.editing)) && editor(draft, state.editing)}`)}
  </section>`;
}

const unread = ({ unread: all }) => all.length > 0 && html`<section class="unread box">
  <h2>${t("setup.unread", { n: all.length })} <small>${t("setup.unread_how")}</small></h2>
  <ul>${all.map(({ row, text, why }, n) => html`<li><span>${row > 0 && t("setup.row", { row })}</span>
    <div><b>${text}</b><small>${why}</small></div>
    <button class="button quiet low" data-action="remind" data-n="${n}">${t("setup.remind")}</button>
    <button class="button quiet low" data-action="leave" data-n="${n}">${t("setup.leave")}</button></li>`)}</ul></section>`;

export function timetable(draft) {
  const days = daysOf(draft.windows);
  if (!days.includes(state.day)) state.day = days[0] || null;
  const isEmpty = !days.length;
  return html`<section id="step-2">
    ${!isEmpty && said(draft)}
    ${isEmpty && dropHere(2, false)}
    ${isEmpty && html`<textarea class="field large paste" rows="2" placeholder="${t("setup.paste_here")}"
      aria-label="${t("setup.paste_here")}"></textarea>`}
    ${days.length > 1 && html`<div class="picks">${days.map(tab)}</div>`}
    ${!isEmpty && chart(draft, numbered(draft).filter(({ date }) => date === state.day))}
    <div class="does"><button class="button quiet low" data-action="edit" data-n="new">${t("setup.add_window")}</button></div>
    ${state.editing === "new" && editor(draft, "new")}
    ${unread(draft)}
    ${!isEmpty && html`<div class="again"><label class="choice"><input type="checkbox" data-input="beside"
      ${state.beside && "checked"}><span>${t("setup.beside")}</span></label>${dropHere(2, true)}</div>`}
  </section>`;
}

/** Build what touches of this step do. */
export function timetableActions(change) {
  let timer = null;
  const today = () => state.day || page.plan.date;
  const nextDoubt = (n) => {
    const left = state.draft.doubts.map(({ window }) => window).filter((each) => each !== n);
    state.editing = left.find((each) => each > n) ?? left[0] ?? null;
    if (state.editing !== null) state.day = state.draft.windows[state.editing].date;
  };
  return {
    day: ({ day }) => Object.assign(state, { day, editing: null }),
    edit({ n }) {
      const chosen = n === "new" ? n : Number(n);
      state.editing = state.editing === chosen ? null : chosen;
    },
    close: () => (state.editing = null),
    next_doubt: ({ n }) => nextDoubt(Number(n)),
    window(_, __, { form }) {
      if (form.dataset.n === "new") return;
      clearTimeout(timer);
      timer = setTimeout(() => form.checkValidity() && change(wanted(form)), PAUSE_MS);
    },
    add(_, __, form) {
      const added = { ...wanted(form), window: state.draft.windows.length };
      return change(added).then(() => Object.assign(state, { editing: null, day: added.date || today() }));
    },
    settle: ({ n }) => change({ type: "settle", window: Number(n) }).then(() => nextDoubt(Number(n))),
    remove({ n }) {
      state.editing = null;
      return change({ type: "remove_window", window: Number(n) });
    },
    leave: ({ n }) => change({ type: "leave", unread: Number(n) }),
    remind: ({ n }) => change({ type: "leave", unread: Number(n), remind: true }),
  };
}
