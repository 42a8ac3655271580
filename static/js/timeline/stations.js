// The stations' rows: who was called, shot, missed, and who is expected when.
import { hhmm } from "../shared/clock.js";
import { t } from "../shared/page.js";
import { html } from "../shared/render.js";
import { bar, label } from "./shapes.js";

export const STATION_PX = 56;
const TOP = 16;
const HEIGHT = 34;
const NUMBER_PX = 27;
const MARKS = { recalled: "●", missed: "✕", held: "‖" };

/** List the stations that have a row: those in use, and those that were. */
export const usedStations = ({ stations, visits }) =>
  stations.filter((s) => s.state !== "closed" || visits.some((v) => v.station === s.station));

/** Draw a station's row at `top`. */
export function stationRow(scale, day, station, top) {
  const here = (row) => row.station === station.station;
  const marks = day.calls.filter((call) => here(call) && !call.undone && MARKS[call.type]);
  const visits = day.visits.filter(here);
  return html`${visits.map((v) => visit(scale, day, v, station.ends_at, top + TOP))}
    ${day.forecast.filter(here).map((f) => expected(scale, f, top + TOP))}
    ${marks.map((call) => mark(scale, call, top + TOP - 4))}`;
}

function visit(scale, day, row, endsAt, top) {
  const now = Date.parse(day.at);
  const called = Date.parse(row.called_at);
  const started = row.started_at && Date.parse(row.started_at);
  const ended = row.ended_at ? Date.parse(row.ended_at) : Math.max(now, called);
  const ends = row.outcome || !endsAt ? ended : Date.parse(endsAt);
  const title = said(row);
  const walk = row.outcome === "missed" ? "no-show" : row.outcome ? "walk" : "calling";
  return html`${bar(scale, called, started ?? ended, top, HEIGHT, started ? "walk" : walk, title)}
    ${started && bar(scale, started, ended, top, HEIGHT, row.outcome ? "shot" : "shooting", title)}
    ${ends > ended && bar(scale, ended, ends, top, HEIGHT, "to-shoot", title)}
    ${number(scale, row, called, ends, top)}`;
}

function expected(scale, row, top) {
  const [from, to] = [Date.parse(row.eta), Date.parse(row.ends_at)];
  if (!row.ticket) return bar(scale, from, to, top, HEIGHT, "awaited", said(row));
  return html`${bar(scale, from, to, top, HEIGHT, "expected", said(row))}
    ${number(scale, row, from, to, top)}`;
}

function number(scale, row, from, to, top) {
  const width = scale.x(to) - scale.x(from);
  return width >= NUMBER_PX && label(scale.x(from) + width / 2, top + 22, row.ticket, "number");
}

const mark = (scale, call, y) =>
  label(scale.x(Date.parse(call.at)), y, MARKS[call.type], `mark ${call.type}`);

/** Say a bar's times, for a pointer that rests on it. */
function said(row) {
  const named = t("staff.day.bar", { ticket: row.ticket ?? "", class: row.class, n: row.heads });
  const steps = ["called_at", "started_at", "ended_at", "eta"]
    .filter((step) => row[step])
    .map((step) => t(`staff.day.${step}`, { time: hhmm(row[step]) }));
  return [named, ...steps].join(" · ");
}
