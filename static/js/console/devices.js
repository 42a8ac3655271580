// How a screen of the hall is called, and what is wrong with it, in the page's language.
import { t } from "../shared/page.js";

// The console's head has room for so many.
const NAMED = 2;

/** Name a screen: as its address says, else by its kind and number. */
export const deviceName = ({ name, role, number }) => name || t(`staff.device.${role}`, { n: number });

/** List the screens something is wrong with. */
export const troubled = ({ devices }) => devices.filter(({ trouble }) => trouble);

/** Say what is wrong with the first of the troubled screens, and how many more there are. */
export function troubles(presence) {
  const all = troubled(presence);
  const named = all.slice(0, NAMED).map((device) =>
    t("staff.device.trouble", {
      name: deviceName(device),
      trouble: t(`staff.device.${device.trouble}`),
    }),
  );
  if (all.length > NAMED) named.push(t("staff.device.more", { n: all.length - NAMED }));
  return named.join(" · ");
}

/** Say when a screen last sent its heartbeat. */
export function lastHeard({ seconds }) {
  if (seconds < 5) return t("staff.device.now");
  return seconds < 60
    ? t("staff.device.seconds", { n: seconds })
    : t("staff.device.minutes", { n: Math.floor(seconds / 60) });
}
