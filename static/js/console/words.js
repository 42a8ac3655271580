// Saying in the page's language what happened, by whom, and why something was refused.
import { dayName, hhmmss } from "../shared/clock.js";
import { t } from "../shared/page.js";

export { reasonName } from "../shared/reasons.js";

const AUTHORS = { staff: "staff.by_staff", kiosk: "staff.by_kiosk", token: "staff.by_program" };

/** Name who gave a command. */
export function by(name) {
  const [role, n] = name.split("-");
  return AUTHORS[role] ? t(AUTHORS[role], { n }) : name;
}

/** Name a ticket with its class. */
export const named = ({ ticket, class: name }) => [ticket, name].filter(Boolean).join(" ");

/** Say a row of the log. */
export function happened(row) {
  const key = row.state ? `${row.type}_${row.state}` : row.type;
  const what = row.what && happened(row.what);
  const day = row.date && dayName(row.date);
  const { station, other } = row;
  return t(`staff.log.${key}`, { whom: named(row), station, other, day, what });
}

/** Say when a row of the log happened and who did it. */
export const signed = (row) => `${hhmmss(row.at)} · ${by(row.by)}`;

/** Say why a command was refused and what to do; `problem` is null when no response came. */
export function refusal(problem, command, desk) {
  const why = problem ? (problem.reason ?? problem.code) : "no_answer";
  const call =
    why === "changed" &&
    desk.log.find((row) => row.type === "called" && row.ticket === command.expects && !row.undone);
  return call
    ? t("staff.already_called", { whom: named(call), station: call.station, signed: signed(call) })
    : t(`error.${why}`, problem ?? {});
}
