// The console on a tablet or a computer: the station, or all of them, with the queue beside.
import { current } from "./current.js";
import { elsewhere } from "./elsewhere.js";
import { every } from "./every.js";
import { header } from "./header.js";
import { notices } from "./notice.js";
import { adding, queue } from "./queue.js";
import { stationOf } from "./rows.js";
import { undoBar } from "./undo.js";

/** Return what stands in each part of the page. */
export function wideLayout(view) {
  const { desk } = view;
  const place = stationOf(desk, view.station);
  return {
    header: header(view),
    notices: notices(view),
    stations: place ? current(desk, place) : every(view),
    undo: undoBar(desk, place && !elsewhere(desk, place)),
    reach: "",
    queue: queue(view),
    adding: adding(),
  };
}
