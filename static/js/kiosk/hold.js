// Buttons that repeat while they are held.
const FIRST_MS = 450;
const NEXT_MS = 90;

/** Repeat `act(button)` for a held `data-hold` button; a hold's own click at its end is dropped. */
export function repeatHeld(root, act) {
  let timer = null;
  let repeated = false;

  const stop = () => clearTimeout(timer);
  root.addEventListener("pointerdown", (event) => {
    const button = event.target.closest("[data-hold]");
    stop();
    repeated = false;
    if (!button) return;
    const again = () => {
      if (!button.isConnected || button.disabled) return;
      repeated = true;
      act(button);
      timer = setTimeout(again, NEXT_MS);
    };
    timer = setTimeout(again, FIRST_MS);
  });
  for (const end of ["pointerup", "pointercancel", "blur"]) window.addEventListener(end, stop);
  root.addEventListener("click", (event) => {
    if (repeated && event.detail > 0) event.stopPropagation();
  }, true);
}
