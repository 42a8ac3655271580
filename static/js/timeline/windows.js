// The colleges' rows: the planned window, and what came and is to come of it.
import { t } from "../shared/page.js";
import { html } from "../shared/render.js";
import { bar, label } from "./shapes.js";

export const WINDOW_PX = 38;

/** Draw a college's row at `top`. */
export function windowRow(scale, day, window, top) {
  const at = Date.parse(day.at);
  const opens = Date.parse(window.opens);
  const closes = Date.parse(window.closes);
  const planned = bar(scale, opens, closes, top + 5, 28, "planned");
  if (!window.ends_at) return planned;
  const ours = (row) => row.college_id === window.college_id;
  const starts = [...day.visits.filter(ours).map((v) => v.called_at),
    ...day.forecast.filter(ours).map((f) => f.eta)].map(Date.parse);
  const ends = Date.parse(window.ends_at);
  const from = starts.length ? Math.min(...starts) : Math.max(opens, at);
  const piece = (a, b, kind) => (b > a ? bar(scale, a, b, top + 12, 14, kind) : "");
  const cut = Math.min(at, ends);
  return html`${planned}
    ${piece(from, Math.min(cut, closes), "past")}
    ${piece(Math.max(from, at), Math.min(ends, closes), "expected")}
    ${piece(Math.max(from, closes), cut, "late")}
    ${piece(Math.max(from, closes, at), ends, "late-expected")}
    ${window.late_minutes > 0 && over(scale.x(Math.max(ends, closes)), top, window.late_minutes)}`;
}

const over = (x, top, n) => label(x + 6, top + 24, t("staff.day.over", { n }), "over");
