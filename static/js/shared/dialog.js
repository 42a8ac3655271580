// Dialogs, also where the browser has none (Safari before 15.4): there base.css lays them over.
const OPEN = "open";

document.documentElement.classList.toggle("no-dialogs", !window.HTMLDialogElement);

/** Return whether a dialog is open. */
export const isOpen = (dialog) => dialog.hasAttribute(OPEN);

/** Open a dialog over the page, unless it is open. */
export function open(dialog) {
  if (isOpen(dialog)) return;
  // above the floor: where it is missing the attribute alone does.
  if (dialog.showModal) dialog.showModal();
  else dialog.setAttribute(OPEN, "");
}

/** Close a dialog that is open; it hears "close". */
export function close(dialog) {
  if (!isOpen(dialog)) return;
  if (dialog.showModal) return dialog.close();
  dialog.removeAttribute(OPEN);
  dialog.dispatchEvent(new Event("close"));
}
