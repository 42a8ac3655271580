// The end of a day: whatever is still open, by name, and then one press.
import { get } from "../../shared/api.js";
import { dayName } from "../../shared/clock.js";
import { page, t } from "../../shared/page.js";
import { html } from "../../shared/render.js";
import { heads, off } from "../parts.js";
import { change, isBusy, view } from "../view.js";
import { named } from "../words.js";

const OPEN = ["shooting", "called", "waiting", "held", "missed"];
const isAway = ({ what, ticket }) => what === "reason" && !ticket;
const isUnexplained = ({ what, ticket }) => ["reason", "name"].includes(what) && ticket;
const isMoney = ({ what }) => ["payment", "difference"].includes(what);

/** Fetch the account of the day for the panel that is open. */
export async function fetchAccount(date) {
  const { status, body } = await get(`/api/balance?venue=${page.venue.id}&day=${date}`);
  if (status === 200 && view.panel?.date === date) change({ panel: { ...view.panel, account: body } });
}

/** List what is open on the day, what becomes of it, and offer to close it. */
export function closeDay({ desk, panel: { date, account } }) {
  const open = rowsOf(desk).filter((row) => row.checked_in_at.slice(0, 10) <= date);
  const classes = account?.colleges.flatMap((college) => college.classes) ?? [];
  const groups = [
    ...OPEN.map((state) => [t(`common.state.${state}`), open.filter((row) => row.state === state).map(line)]),
    [t("staff.close_day.away"), lacking(classes, isAway, "staff.heads")],
    [t("staff.close_day.reasons"), lacking(classes, isUnexplained, "staff.heads")],
    [t("staff.close_day.money"), lacking(classes, isMoney, "staff.yuan")],
  ].filter(([, lines]) => lines.length);
  const label = open.length ? "staff.close_day.anyway" : "staff.close_day.now";
  return html`${groups.length === 0 && account && html`<p class="hint">${t("staff.close_day.nothing")}</p>`}
    ${groups.map(([name, lines]) => html`<h3>${name}</h3><ul class="facts">${lines}</ul>`)}
    <p class="hint">${t(open.length ? "staff.close_day.what" : "staff.close_day.undo")}</p>
    <button class="key primary submit" data-action="close-day" data-date="${date}"
      ${off(!account || isBusy("close_day"))}>${t(label, { n: open.length, day: dayName(date) })}</button>`;
}

const rowsOf = ({ stations, queue, held, missed }) =>
  [...stations.flatMap(({ ticket }) => ticket ?? []), ...queue, ...held, ...missed];

const line = (row) => html`<li><span>${named(row)}</span><b>${heads(row)}${
  row.fee && html` · ${t("staff.paid", { yuan: row.fee.paid_yuan })}`}</b></li>`;

const lacking = (classes, is, key) => classes.flatMap(({ name, lacks }) => lacks
  .filter(is)
  .map(({ amount: n }) => html`<li><span>${name ?? t("staff.balance.others")}</span>
    <b>${t(key, { n })}</b></li>`));
