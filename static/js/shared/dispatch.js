// What people press, type and send on a page, each led to the one function that its element names.

/**
 * Lead every click on what bears data-action, every form that bears it and every field that bears
 * data-input to the action of that name. An action is given the element's data- attributes, what
 * was entered (a form's data, a field's value) and the element. `before(event)` may return false for
 * a click that is not to count; `after()` follows each action, and once more what it promised.
 * Returns what presses an element without a click.
 */
export function dispatch(actions, { before = () => true, after = () => {} } = {}) {
  function perform(name, element, entered) {
    const promised = actions[name](element.dataset, entered, element);
    after();
    if (promised instanceof Promise) promised.then(after);
  }
  const press = (element) => perform(element.dataset.action, element);

  document.addEventListener("click", (event) => {
    const pressed = event.target.closest("[data-action]:not(form)");
    if (before(event) !== false && pressed) press(pressed);
  });
  document.addEventListener("submit", (event) => {
    event.preventDefault();
    perform(event.target.dataset.action, event.target, new FormData(event.target));
  });
  document.addEventListener("input", ({ target }) => {
    if (target.dataset.input) perform(target.dataset.input, target, target.value);
  });
  return press;
}
