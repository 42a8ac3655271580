// Rings and buzzes until told to stop; a tap must have unlocked the sound before.
import { strike } from "../shared/chime.js";

const EVERY_MS = 1800;
const BUZZ_MS = [400, 200, 400];

let audio = null;
let timer = null;

export const armed = () => audio !== null;
export const ringing = () => timer !== null;

/** Unlock the sound; only a tap's handler may. */
export async function arm() {
  audio ??= new AudioContext();
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
  navigator.vibrate?.(0);
}

// A phone that slept has suspended the sound.
function beat() {
  navigator.vibrate?.(BUZZ_MS);
  audio.resume().then(() => strike(audio));
}
