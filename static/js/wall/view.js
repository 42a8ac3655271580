// Which picture the boards ask for, with all that depends on it.
import { page, t } from "../shared/page.js";
import { closing } from "./closing.js";
import { dayBoard } from "./day.js";
import { hall, shownIn } from "./hall.js";
import { notice } from "./messages.js";
import { rooms, shownInRoom } from "./rooms.js";
import { strip } from "./strip.js";

const isBusy = ({ waiting, stations }) =>
  waiting.classes > 0 || stations.some(({ ticket }) => ticket);

/** Return whether everybody is done for the day. */
export const isDone = (boards) => boards.every((board) => board.closing && !isBusy(board));

/** Draw the boards: `main`, and below it the `notice` and the `strip`, where there is any. */
export function view(boards) {
  const running = notice([...new Set(boards.map((board) => board.notice).filter(Boolean))]);
  const below = (groups) => ({ notice: running, strip: strip(groups, boards, Boolean(running)) });
  if (isDone(boards)) return { main: closing(boards), notice: running, strip: "" };
  if (!boards.some(isBusy)) return { main: dayBoard(boards[0].windows), ...below([]) };
  if (page.halls.length > 1) return { main: rooms(boards), ...below(boards.map(behindRoom)) };
  return { main: hall(boards[0]), ...below([behind(boards[0])]) };
}

const after = ({ next, others }, shown) => [...next, ...others].slice(shown);

function behind(board) {
  const rows = after(board, shownIn(board));
  return { label: t("display.others"), count: t("display.classes", { n: rows.length }), rows };
}

const behindRoom = (board) => ({
  label: t("display.then"),
  count: page.venues.find(({ id }) => id === board.venue).name,
  rows: after(board, shownInRoom(board)),
});
