// Lists what on a page lies outside the screen, over something else or is cut off, and buttons that
// are less than `target` pixels wide or high. In a dialog it looks at that alone.
(target) => {
  const FLOATS = "dialog, .toast, .menu .ways, .drill-badge, noscript, script, svg, " +
    "details:not([open]) > :not(summary)";
  const CONTROLS = "button, a, input, select, summary";
  const root = document.querySelector("dialog[open]") || document.body;
  const style = (element) => getComputedStyle(element);
  const em = (element) => parseFloat(style(element).fontSize);
  const named = (element) =>
    `${element.localName}.${element.className} "${element.textContent.trim().slice(0, 20)}"`;

  // A control is its box, anything else its own text; both as far as what is around shows them.
  function place(element) {
    const texts = [...element.childNodes].filter((n) => n.nodeType === Node.TEXT_NODE && n.data.trim());
    const boxes = element.matches(CONTROLS) ? [element.getBoundingClientRect()] : texts.map((text) => {
      const range = document.createRange();
      range.selectNodeContents(text);
      const { left, top, right, bottom } = range.getBoundingClientRect();
      // Letters are less high than their boxes.
      const [first] = range.getClientRects();
      const spare = first ? Math.max(first.height - em(element), 0) / 2 : 0;
      return { left, top: top + spare, right, bottom: bottom - spare };
    });
    const union = (side, choose) => choose(...boxes.map((box) => box[side]));
    const at = { left: union("left", Math.min), top: union("top", Math.min),
      right: union("right", Math.max), bottom: union("bottom", Math.max) };
    for (let around = element; around && around !== document.body; around = around.parentElement) {
      const { overflowX, overflowY } = style(around);
      if (overflowX === "visible" && overflowY === "visible") continue;
      const box = around.getBoundingClientRect();
      at.left = Math.max(at.left, box.left);
      at.right = Math.min(at.right, box.right);
      at.top = Math.max(at.top, box.top);
      at.bottom = Math.min(at.bottom, box.bottom);
    }
    return at;
  }

  const placed = [...root.querySelectorAll("*")]
    .filter((element) => root !== document.body || !element.closest(FLOATS))
    .map((element) => ({ element, ...place(element) }))
    .filter(({ element, left, right, top, bottom }) => right - left > 1 && bottom - top > 1 &&
      style(element).visibility === "visible" && style(element).opacity !== "0");

  const faults = [];
  for (const { element, left, right } of placed) {
    if (left < -1 || right > innerWidth + 1) faults.push(`${named(element)} is outside`);
    const { overflowX, textOverflow } = style(element);
    const isCut = overflowX === "hidden" && element.scrollWidth > element.clientWidth + 1;
    if (isCut && textOverflow !== "ellipsis") faults.push(`${named(element)} is cut off`);
    const { width, height } = element.getBoundingClientRect();
    if (element.matches("button, summary") && Math.min(width, height) < target - 0.5) {
      faults.push(`${named(element)} is ${Math.round(width)} by ${Math.round(height)}`);
    }
  }
  // What sticks to an edge is meant to lie over what moves under it.
  const resting = placed.filter(({ element }) => !["sticky", "absolute"].includes(style(element).position));
  resting.forEach((a, i) => {
    for (const b of resting.slice(i + 1)) {
      if (a.element.contains(b.element)) continue;
      const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const deep = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      const least = 0.4 * Math.min(em(a.element), em(b.element));
      if (wide > 1 && deep > least) faults.push(`${named(a.element)} lies on ${named(b.element)}`);
    }
  });
  return faults;
}
