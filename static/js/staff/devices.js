// How a screen of the hall is called, and what is wrong with it, in the page's language.
import { t } from "../page.js";

/** Name a screen: as its address says, else by its kind and number. */
export const deviceName = ({ name, role, number }) => name || t(`staff.device.${role}`, { n: number });

/** List the screens something is wrong with. */
export const troubled = ({ devices }) => devices.filter(({ trouble }) => trouble);

/** Say in a line which screens something is wrong with; nothing when all are well. */
export function troubles(presence) {
  const [first, ...others] = troubled(presence);
  if (!first) return "";
  const trouble = t("staff.device.trouble", {
    name: deviceName(first),
    trouble: t(`staff.device.${first.trouble}`),
  });
  return others.length ? t("staff.device.more", { trouble, n: others.length + 1 }) : trouble;
}

/** Say when a screen was last heard. */
export function lastHeard({ seconds }) {
  if (seconds < 5) return t("staff.device.now");
  return seconds < 60
    ? t("staff.device.seconds", { n: seconds })
    : t("staff.device.minutes", { n: Math.floor(seconds / 60) });
}
