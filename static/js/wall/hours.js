// Times of the hall's clock at which something holds, every day.

/** Return whether HH:MM lies in a span {since, until}, which may go over midnight; null never does. */
export function within(span, time) {
  if (!span) return false;
  const { since, until } = span;
  return since <= until ? since <= time && time < until : time >= since || time < until;
}
