// Rings and buzzes until told to stop; a tap must have unlocked the sound before.
import { openAudio, strike } from "../shared/chime.js";
import { keepLit } from "./awake.js";

const EVERY_MS = 1800;
const BUZZ_MS = [400, 200, 400];

let audio = null;
let timer = null;

export const armed = () => audio !== null;
export const ringing = () => timer !== null;

/** Unlock the sound and keep the screen lit; only a tap's handler may. */
export async function arm() {
  keepLit();
  if (!audio) audio = openAudio();
  await audio.resume();
  beat();
}

/** Ring until `stop`. */
export function ring() {
  stop();
  beat();
  timer = setInterval(beat, EVERY_MS);
}

/** Fall silent. */
export function stop() {
  if (timer === null) return;
  clearInterval(timer);
  timer = null;
  buzz(0);
}

// above the floor: an iPhone never vibrates.
const buzz = (pattern) => navigator.vibrate && navigator.vibrate(pattern);

// A phone that slept has suspended the sound.
function beat() {
  buzz(BUZZ_MS);
  audio.resume().then(() => strike(audio));
}
