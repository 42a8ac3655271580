// Ways to run the day: what each changes in the plan, and at which venue.
import { t } from "../page.js";

/** Tell whether a way is one for this venue: it changes nothing in the plan, or something here. */
export const concerns = (wish, venue) =>
  (!wish.windows && !wish.extra) || changes(wish, venue).length > 0;

/** Name a way by what it changes, else by its stations and its policy. */
export const named = (wish, venue) => changes(wish, venue).join(" ") ||
  t("staff.rehearsal.way", {
    stations: venue.stations, policy: t(`staff.rehearsal.policy_${wish.policy}`),
  });

function changes({ windows = {}, extra = [] }, { venue, colleges }) {
  const moved = colleges.filter((c) => windows[c.college_id]).map((c) => {
    const [opens, closes] = windows[c.college_id].map(hm);
    return t("staff.rehearsal.moved", { college: c.college, opens, closes });
  });
  const helped = extra.filter((more) => more.venue === venue).map(({ opens, closes }) =>
    t("staff.rehearsal.extra", { opens: hm(opens), closes: hm(closes) }));
  return [...moved, ...helped];
}

const hm = (local) => local.slice(0, 5);
