// The two-tone chime of a call.
const NOTES = [
  { hertz: 659.25, after: 0 },
  { hertz: 523.25, after: 0.35 },
];
const SECONDS = 1.1;
// Oscillators at full level would distort where the two tones overlap.
const LEVEL = 0.4;

/** How long both tones are heard. */
export const CHIME_S = NOTES.at(-1).after + SECONDS;

/** Play both tones, now, in an audio context that runs. */
export function strike(audio, out = audio.destination) {
  for (const { hertz, after } of NOTES) {
    const start = audio.currentTime + after;
    const tone = new OscillatorNode(audio, { frequency: hertz });
    const level = new GainNode(audio, { gain: 0 });
    level.gain.setValueAtTime(LEVEL, start);
    level.gain.exponentialRampToValueAtTime(0.001, start + SECONDS);
    tone.connect(level).connect(out);
    tone.start(start);
    tone.stop(start + SECONDS);
  }
}
