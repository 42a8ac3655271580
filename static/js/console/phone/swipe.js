// A finger up over a handle presses it, down over a sheet closes that, aside goes to the station beside.
import { close } from "../../shared/dialog.js";

// In pixels: what is no tap any more.
const SWIPE = 48;

/** Start to listen to fingers. */
export function listenToSwipes() {
  let begun = null;
  document.addEventListener("touchstart", ({ target, touches }) => {
    const [{ clientX: x, clientY: y }] = touches;
    begun = touches.length === 1 && { target, x, y, scrolled: isScrolled(target) };
  }, { passive: true });
  document.addEventListener("touchend", ({ changedTouches }) => {
    if (!begun) return;
    const [{ clientX, clientY }] = changedTouches;
    const [right, down] = [clientX - begun.x, clientY - begun.y];
    if (Math.abs(down) > Math.max(SWIPE, Math.abs(right))) swipe(begun, down);
    if (Math.abs(right) > Math.max(SWIPE, 2 * Math.abs(down))) swipeAside(begun, right);
    begun = null;
  });
}

function swipe({ target, scrolled }, down) {
  const sheet = target.closest("dialog");
  if (down > 0 && sheet && !scrolled) close(sheet);
  const handle = down < 0 && target.closest("[data-swipe='up']:enabled");
  if (handle) handle.click();
}

/** Press the button of the station beside, where the head has them. */
function swipeAside({ target }, right) {
  const worked = document.querySelector(".header .station .segments [aria-pressed='true']");
  if (!worked || !target.closest("#stations, #reach")) return;
  const beside = right < 0 ? worked.nextElementSibling : worked.previousElementSibling;
  if (beside) beside.click();
}

/** Whether what is under the finger has been scrolled, so that moving down moves it back. */
function isScrolled(target) {
  for (let at = target; at; at = at.parentElement) if (at.scrollTop > 0) return true;
  return false;
}
