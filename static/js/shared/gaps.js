// The gaps of flex boxes, where the browser has none (Chrome before 84, Safari before 14.1): margins
// between the children, by a rule beside each rule of the stylesheets that asks for a gap.

const FLEX = ["flex", "inline-flex"];

/** Stand in for the gaps of flex boxes, if need be. */
export function spaceFlexBoxes() {
  if (hasGaps()) return;
  document.documentElement.classList.add("no-gaps");
  // A module may run before the stylesheets have come.
  if (document.readyState === "complete") addAllMargins();
  else addEventListener("load", addAllMargins);
}

function addAllMargins() {
  for (const sheet of document.styleSheets) addMargins(sheet);
}

function hasGaps() {
  const box = document.createElement("div");
  box.style.cssText = "position:absolute;display:flex;flex-direction:column;row-gap:1px";
  for (const tag of ["i", "i"]) box.appendChild(document.createElement(tag));
  document.body.appendChild(box);
  const has = box.scrollHeight === 1;
  box.remove();
  return has;
}

function addMargins(group) {
  // From the end, for each rule added moves those behind it.
  for (let at = group.cssRules.length - 1; at >= 0; at--) {
    const rule = group.cssRules[at];
    if (rule.cssRules) addMargins(rule);
    const margins = rule.selectorText && marginsOf(rule.style);
    if (margins) group.insertRule(`${selectors(rule, margins.of)} { ${margins.css} }`, at + 1);
  }
}

const selectors = ({ selectorText }, of) =>
  selectorText.split(",").map((selector) => `${selector} ${of}`).join(",");

// A box that wraps has its gaps to the right and below; in any other they stand between two children.
function marginsOf(style) {
  const { rowGap, columnGap, flexDirection, flexWrap } = style;
  if (!(FLEX.includes(style.display) || (!style.display && flexDirection))) return null;
  if (!rowGap && !columnGap) return null;
  if (flexWrap === "wrap") {
    return { of: "> *", css: `margin-right: ${columnGap}; margin-bottom: ${rowGap}` };
  }
  const [side, gap] = {
    column: ["top", rowGap],
    "column-reverse": ["bottom", rowGap],
    "row-reverse": ["right", columnGap],
  }[flexDirection] || ["left", columnGap];
  return { of: "> * + *", css: `margin-${side}: ${gap}` };
}
