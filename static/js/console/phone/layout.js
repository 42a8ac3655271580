// The console on a phone: one class, one thumb.
import { every } from "../every.js";
import { notices } from "../notice.js";
import { stationOf } from "../rows.js";
import { lastStep } from "../undo.js";
import { header } from "./header.js";
import { now } from "./now.js";
import { reach } from "./reach.js";

/** Return what stands in each part of the page. */
export function phoneLayout(view) {
  const place = stationOf(view.desk, view.station);
  return {
    header: header(view),
    notices: notices(view),
    stations: place ? now(view.desk, place) : every(view),
    undo: lastStep(view.desk),
    reach: reach(view.desk, place),
    queue: "",
    adding: "",
  };
}
