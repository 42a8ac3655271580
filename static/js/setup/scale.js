// A day to scale: its hours as lines, its windows as bars, a row or more a venue.
const minutes = (hhmm) => Number(hhmm.slice(0, 2)) * 60 + Number(hhmm.slice(3, 5));

const percent = (part, whole) => `${((100 * part) / whole).toFixed(2)}%`;

/** The days of windows, in order. */
export const daysOf = (windows) => [...new Set(windows.map(({ date }) => date))].sort();

/**
 * Lay out a day's windows (each with its number `n`): `hours` with where their lines are, and `rows`
 * by venue, each of `lanes` in which no bar covers another.
 */
export function dayToScale(windows) {
  const from = Math.floor(Math.min(...windows.map((w) => minutes(w.opens))) / 60);
  const to = Math.ceil(Math.max(...windows.map((w) => Math.max(minutes(w.closes), minutes(w.opens) + 30))) / 60);
  const whole = (to - from) * 60;
  const hours = Array.from({ length: to - from + 1 }, (_, i) => ({
    hour: from + i,
    left: percent(60 * i, whole),
  }));
  const rows = [...new Set(windows.map(({ venue }) => venue))].map((venue) => ({
    venue,
    lanes: lanesOf(windows.filter((w) => w.venue === venue).map((w) => bar(w, from, whole))),
  }));
  return { hours, rows };
}

function bar(window, from, whole) {
  const start = minutes(window.opens);
  const end = Math.max(minutes(window.closes), start + 5);
  const left = percent(start - from * 60, whole);
  return { window, start, end, left, width: percent(end - start, whole) };
}

function lanesOf(bars) {
  const lanes = [];
  for (const each of [...bars].sort((a, b) => a.start - b.start)) {
    const free = lanes.find((lane) => lane[lane.length - 1].end <= each.start);
    if (free) free.push(each);
    else lanes.push([each]);
  }
  return lanes;
}
