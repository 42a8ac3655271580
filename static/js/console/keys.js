// The keyboard presses the enabled button that bears a key; by place on it, whatever the language.
const PRESSED_BY_BROWSER = ["Space", "Enter"];

/** Start to listen; a finger's press leaves no focus behind, so that the space bar stays ours. */
export function listenToKeys() {
  document.addEventListener("click", ({ target, detail }) => {
    if (detail) target.closest("button")?.blur();
  });
  document.addEventListener("keydown", (event) => {
    const { code, target } = event;
    if (event.repeat || event.altKey || event.metaKey) return;
    // What lies under an open dialog is not pressed, wherever the focus went.
    if (document.querySelector("dialog[open]") || target.closest("input, select, textarea")) return;
    if (PRESSED_BY_BROWSER.includes(code) && target.closest("button, a")) return;
    const key = event.ctrlKey ? `Ctrl+${code}` : code.replace("Numpad", "");
    const button = document.querySelector(`[data-key="${key}"]:enabled`);
    if (!button) return;
    event.preventDefault();
    button.click();
  });
}
