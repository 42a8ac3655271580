// Calls are spoken one after another, each with its words on the screen.
import { get } from "../shared/api.js";
import { hallTime } from "../shared/clock.js";
import { page, t } from "../shared/page.js";
import { within } from "./hours.js";
import { audible, play } from "./sound.js";

// The words stay long enough to be read, also where nothing is heard.
const READ_MS = 5000;
// A drill whose clock runs faster than so many times leaves no time for words: the chime alone.
const TALKING_RATE = 4;

const queue = [];
let speaking = null;
let clips = {};
let settings = { volume: 80, quiet: null, dim: null };

/** Follow what staff set; also looks for a voice while there is none. */
export function setUp(wanted) {
  settings = wanted;
  if (complete(["test"]).length === 0) readClips();
}

/** Return whether the wall is to be darker now. */
export const dim = () => within(settings.dim, hallTime());

const silent = () => settings.volume === 0 || within(settings.quiet, hallTime());

/** Say how this wall sounds: on, with a chime alone, quiet as staff wish, or blocked. */
export function sound() {
  if (!audible()) return "blocked";
  if (silent()) return "quiet";
  return complete(["test"]).length ? "on" : "chime";
}

async function readClips() {
  clips = (await get("/voice/clips.json")).body || clips;
}

/** The words being spoken, or null. */
export const caption = () => speaking && speaking.caption;

/** Speak a text whose parts' keys are `keys`, after those before it, if it `stands` by then. */
export function say(words) {
  queue.push(words);
  if (!speaking) next();
}

async function next() {
  while ((speaking = queue.shift())) {
    if (!speaking.stands()) continue;
    document.dispatchEvent(new Event("caption"));
    const read = new Promise((wake) => setTimeout(wake, READ_MS));
    await Promise.all([speak(speaking.keys), read]);
  }
  document.dispatchEvent(new Event("caption"));
}

async function speak(keys) {
  if (silent()) return;
  if (complete(keys).length === 0) await readClips();
  const spoken = complete(keys).map((said) => keys.map((key) => `/voice/${said[key]}`));
  await play([].concat(...spoken), settings.volume);
}

/** The languages in which every part has a clip. */
const complete = (keys) => Object.values(clips).filter((said) => keys.every((key) => said[key]));

const present = (parts) => parts.filter(Boolean);

/** Word a call at a station of a venue, which is named where a screen shows several. */
export function wording(venue, { class: name, kind, station }) {
  const several = page.halls.length > 1;
  const where = page.venues.find(({ id }) => id === venue).name;
  const walkIn = kind !== "class";
  const spoken = [
    several && `venue.${venue}`,
    `name.${name}`,
    walkIn && `kind.${kind}`,
    `station.${station}`,
  ];
  return {
    caption: present([
      several && where,
      t("display.voice.name", { name }),
      walkIn && t("display.voice.kind", { kind: t(`common.kind.${kind}`) }),
      t("display.voice.station", { n: station }),
    ]).join(" "),
    keys: page.rate > TALKING_RATE ? [] : present(spoken),
  };
}
