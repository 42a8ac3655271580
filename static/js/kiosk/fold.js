// Where a list goes on below what is in sight it says so, with how many.
import { t } from "../shared/page.js";

// Part of a row in sight does not count as seen; a border's width out of sight does.
const SLACK_PX = 4;

function showBelow(list) {
  const cue = list.querySelector(".below");
  const edge = list.getBoundingClientRect().bottom + SLACK_PX;
  const hidden = [...list.querySelectorAll(cue.dataset.of)]
    .filter((item) => item.getBoundingClientRect().bottom > edge);
  cue.firstElementChild.textContent = t(`kiosk.below.${cue.dataset.what}`, { n: hidden.length });
  list.classList.toggle("more", hidden.length > 0);
}

/** Bring every list's cue up to date. */
export function showFolds() {
  document.querySelectorAll(".below").forEach((cue) => showBelow(cue.closest(".scroll")));
}

/** Keep the cues right while lists are scrolled and the window changes. */
export function watchFolds() {
  document.addEventListener("scroll", showFolds, { capture: true, passive: true });
  addEventListener("resize", showFolds);
}
