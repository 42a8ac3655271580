// Lists the texts of the wall's picture that lie outside their place, over one another, or are cut off.
() => {
  const PLACES = ".card, .bar, .door, .row, .tile, .line, .room h2, .room li, .window, .elsewhere, .strip, "
    + ".others li, .notice, .how, .idle, footer, header, .screen";
  // Shortened on purpose where there is no room, and not needed to find one's class.
  const MAY_BE_CUT = ".college, .brand p, .label b, .absent, .where, .window small, .when small";

  const INK = 0.9;

  const isShown = (element) => getComputedStyle(element).visibility === "visible" && !element.closest("[hidden]");
  const named = ({ className, tagName, textContent }) => `${tagName}.${className} “${textContent.trim().replace(/\s+/g, " ").slice(0, 16)}”`;

  // A font's box is higher than its letters, which stand in its middle.
  function ink({ left, right, top, bottom }, em) {
    const spare = (bottom - top - INK * em) / 2;
    return { left, right, top: top + spare, bottom: bottom - spare };
  }

  function texts() {
    const walker = document.createTreeWalker(document.getElementById("screen"), NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement;
      // The box of vertical letters says little of where their ink is.
      if (!walker.currentNode.data.trim() || element.closest(".mongolian") || !isShown(element)) continue;
      const range = document.createRange();
      range.selectNodeContents(walker.currentNode);
      const em = parseFloat(getComputedStyle(element).fontSize);
      for (const line of range.getClientRects()) if (line.width > 0) found.push({ element, em, box: ink(line, em) });
    }
    return found;
  }

  // A bracket may hang.
  function outside({ element, box, em }) {
    if (element.closest(MAY_BE_CUT)) return false;
    const around = element.closest(PLACES).getBoundingClientRect();
    return box.left < around.left - 0.5 * em || box.right > around.right + 1
      || box.top < around.top - 1 || box.bottom > around.bottom + 1;
  }

  const cut = ({ element }) => {
    const { overflow } = getComputedStyle(element);
    return overflow === "hidden" && !element.closest(MAY_BE_CUT) && element.scrollWidth > element.clientWidth + 1;
  };

  function over(a, b) {
    const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
    const deep = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
    return a.element !== b.element && wide > 1 && deep > 1;
  }

  const drawn = texts();
  const seen = drawn.filter(({ element }) => !element.closest(MAY_BE_CUT));
  return [
    ...drawn.filter(outside).map(({ element }) => `${named(element)} is outside`),
    ...drawn.filter(cut).map(({ element }) => `${named(element)} is cut off`),
    ...seen.flatMap((a, i) => seen.slice(i + 1).filter((b) => over(a, b))
      .map((b) => `${named(a.element)} lies on ${named(b.element)}`)),
  ];
}
