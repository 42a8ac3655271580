// What the server put into the page, and words in the page's language.
import { spaceFlexBoxes } from "./gaps.js";

export const page = JSON.parse(document.getElementById("page").textContent);

/** Find a part of the page by its id. */
export const part = (id) => document.getElementById(id);

let language = page.language;

// For guard.js: this browser reads the page's modules.
document.documentElement.dataset.runs = "yes";
spaceFlexBoxes();

/** Switch to a language of the page's catalogues. */
export function speak(wanted) {
  language = wanted;
  document.documentElement.lang = wanted;
}

export const spoken = () => language;

/** Look a text up, with {name} placeholders filled; Chinese stands in where a language has none. */
export function t(key, values = {}) {
  const text = (page.catalogues[language] || {})[key] || page.catalogues["zh-CN"][key] || key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
}
