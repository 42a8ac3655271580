// Where a time stands in the picture, and which times its axis names.
const MINUTE = 60000;
const STEPS_MIN = [10, 15, 30, 60];
// A class is a few minutes wide and has to bear its number; so that a day is seen whole, a little
// less will do. What has to be scrolled anyway has its room.
const PX_A_MINUTE = 3.4;
const LEAST_PX_A_MINUTE = 2.6;
const TICK_PX = 72;
// Beyond the last time there is room to say by how much a college is late.
const MARGIN_PX = 80;
// A practice long before or after the day must not squeeze the day into a corner.
const BEFORE_MS = 2 * 60 * MINUTE;
const AFTER_MS = 5 * 60 * MINUTE;

/** List every time that the picture has to hold, in milliseconds. */
function times({ windows, visits, forecast }) {
  return [
    ...windows.flatMap((w) => [w.opens, w.closes, w.ends_at]),
    ...visits.flatMap((v) => [v.called_at, v.ended_at]),
    ...forecast.map((f) => f.ends_at),
  ].flatMap((at) => (at ? Date.parse(at) : []));
}

/** Return the span from a day's first to its last time, in milliseconds. */
export function spanOf(day) {
  const opens = Math.min(...day.windows.map((w) => Date.parse(w.opens)));
  const closes = Math.max(...day.windows.map((w) => Date.parse(w.closes)));
  const near = times(day).filter((at) => at > opens - BEFORE_MS && at < closes + AFTER_MS);
  return [Math.min(...near), Math.max(...near)];
}

/** Make the scale of a day for at least `room` pixels: its width, x of a time, and its ticks. */
export function scaleOf(day, room) {
  const [first, last] = spanOf(day);
  const quarter = 15 * MINUTE;
  const from = Math.floor(first / quarter) * quarter;
  const to = Math.ceil(last / quarter) * quarter;
  const whole = ((room - MARGIN_PX) * MINUTE) / (to - from);
  const perMinute = whole >= LEAST_PX_A_MINUTE ? whole : PX_A_MINUTE;
  const x = (at) => ((Math.min(Math.max(at, from), to) - from) / MINUTE) * perMinute;
  const step = (STEPS_MIN.find((s) => s * perMinute >= TICK_PX) ?? 60) * MINUTE;
  const ticks = [];
  for (let at = Math.ceil(from / step) * step; at <= to; at += step) ticks.push(at);
  return { width: x(to) + MARGIN_PX, x, ticks, holds: (at) => at >= from && at <= to };
}
