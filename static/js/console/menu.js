// The menu of pages, where the browser has no popover (Chrome before 114, Safari before 17).

/** Open and close a popover by its button and close it by any other press, as newer browsers do. */
export function openMenuOf(menu) {
  // above the floor: asked for.
  if ("popover" in menu) return;
  menu.hidden = true;
  document.addEventListener("click", ({ target }) => {
    // above the floor: the attribute is looked for, not relied on.
    const own = target.closest(`[popovertarget="${menu.id}"]`);
    menu.hidden = !(own && menu.hidden);
  });
}
