// A printer's address: where it is, and what was chosen for it.
import { t } from "../shared/page.js";

const USUAL = { width: "576", encoding: "raster", cut: "yes" };
const MM = { 576: 80, 384: 58 };

/** Take an address apart into its place and its choices; a slow serial line prefers text. */
export function parse(uri) {
  const [place, query = ""] = uri.split("?");
  const given = Object.fromEntries(new URLSearchParams(query));
  return { place, choice: { ...usual(place), ...given } };
}

const usual = (place) => (place.startsWith("serial:") ? { ...USUAL, encoding: "native" } : USUAL);

/** Put it together again; what is usual is left out. */
export function uriOf({ place, choice }) {
  const chosen = Object.entries(choice).filter(([name, value]) => usual(place)[name] !== value);
  const query = new URLSearchParams(chosen).toString();
  return query ? `${place}?${query}` : place;
}

/** Return how a printer is connected. */
export const kindOf = (place) =>
  ({ usb: "usb", serial: "serial", virtual: "virtual" })[place.split(":")[0]] ?? "network";

/** Name a printer as it names itself, else by where it is. */
export function nameOf({ name, uri }) {
  const place = parse(uri).place.replace(/^\w+:(\/\/)?/, "");
  return name || place || t("staff.setup.virtual");
}

export const mm = ({ width }) => MM[width];

/** Choose anew after a test page on which something was wrong. */
export function better(choice, wrong) {
  const other = choice.encoding === "raster" ? "native" : "raster";
  if (wrong === "edges") return { ...choice, width: choice.width === "576" ? "384" : "576" };
  return { ...choice, encoding: other };
}
