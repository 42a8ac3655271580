// The two-tone chime of a call.
const NOTES = [
  { hertz: 659.25, after: 0 },
  { hertz: 523.25, after: 0.35 },
];
const SECONDS = 1.1;
// Oscillators at full level would distort where the two tones overlap.
const LEVEL = 0.4;

/** How long both tones are heard. */
export const CHIME_S = NOTES[NOTES.length - 1].after + SECONDS;

// above the floor: Safari 12 knows it by its prefix alone.
const Context = window.AudioContext || window.webkitAudioContext;

/** Open a way to the loudspeaker; throws where there is none. */
export const openAudio = () => new Context();

/** Play both tones, now, in an audio context that runs. */
export function strike(audio, out = audio.destination) {
  for (const { hertz, after } of NOTES) {
    const start = audio.currentTime + after;
    const tone = audio.createOscillator();
    const level = audio.createGain();
    tone.frequency.value = hertz;
    level.gain.value = 0;
    level.gain.setValueAtTime(LEVEL, start);
    level.gain.exponentialRampToValueAtTime(0.001, start + SECONDS);
    tone.connect(level);
    level.connect(out);
    tone.start(start);
    tone.stop(start + SECONDS);
  }
}
