// The wall's loudspeaker. Whatever is wrong with it, drawing goes on and staff are told.
import { CHIME_S, openAudio, strike } from "../shared/chime.js";

// A clip that has not come by then is not waited for.
const PATIENCE_MS = 20000;

const loaded = new Map();
let audio = null;
let level = null;
let failed = false;

/** Open the sound; a browser that wants a gesture first gets one at the first touch or key. */
export function open() {
  try {
    audio = openAudio();
    level = audio.createGain();
    level.connect(audio.destination);
  } catch {
    return (failed = true);
  }
  const unlock = () => audio.resume();
  for (const gesture of ["pointerdown", "keydown"]) addEventListener(gesture, unlock);
  unlock();
}

const runs = () => audio !== null && audio.state === "running";

/** Return whether this wall can be heard. */
export const audible = () => !failed && runs();

/** Play the chime and then clips without a gap; resolves when it is over, heard or not. */
export async function play(urls, volume) {
  if (!runs() || volume === 0) return;
  const late = new Promise((wake) => setTimeout(wake, PATIENCE_MS));
  try {
    level.gain.value = volume / 100;
    await Promise.race([sound(urls), late]);
    failed = false;
  } catch {
    failed = true;
  }
}

async function sound(urls) {
  strike(audio, level);
  const chimed = audio.currentTime + CHIME_S;
  const clips = await Promise.all(urls.map(load));
  let at = Math.max(chimed, audio.currentTime);
  for (const buffer of clips) {
    const clip = audio.createBufferSource();
    clip.buffer = buffer;
    clip.connect(level);
    clip.start(at);
    at += buffer.duration;
  }
  await new Promise((wake) => setTimeout(wake, (at - audio.currentTime) * 1000));
}

function load(url) {
  if (!loaded.has(url)) {
    const clip = fetch(url)
      .then((response) => response.arrayBuffer())
      .then((bytes) => audio.decodeAudioData(bytes));
    clip.catch(() => loaded.delete(url));
    loaded.set(url, clip);
  }
  return loaded.get(url);
}
