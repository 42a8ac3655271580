// The keyboard presses the enabled button that bears a key; by place on it, whatever the language.
const PRESSED_BY_BROWSER = ["Space", "Enter"];

/** Start to listen. */
export function listenToKeys() {
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
