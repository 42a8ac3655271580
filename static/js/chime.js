// The two-tone chime of a call.
const NOTES = [
  { hertz: 659.25, after: 0 },
  { hertz: 523.25, after: 0.35 },
];
const SECONDS = 1.1;
// Oscillators at full level would distort where the two tones overlap.
const LEVEL = 0.4;

let context = null;
let waiting = null;

/** Sound the chime; where the browser wants a gesture first it stays silent until then. */
export function chime() {
  context ??= new AudioContext();
  waiting ??= context.resume().then(() => {
    waiting = null;
    strike(context);
  });
}

/** Play both tones in an audio context that runs. */
export function strike(audio) {
  for (const { hertz, after } of NOTES) {
    const start = audio.currentTime + after;
    const tone = new OscillatorNode(audio, { frequency: hertz });
    const level = new GainNode(audio, { gain: 0 });
    level.gain.setValueAtTime(LEVEL, start);
    level.gain.exponentialRampToValueAtTime(0.001, start + SECONDS);
    tone.connect(level).connect(audio.destination);
    tone.start(start);
    tone.stop(start + SECONDS);
  }
}
