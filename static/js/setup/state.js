// What the page knows: the draft as the server has it, and where the person is.
export const state = {
  // What GET /api/setup gives; null before it came.
  draft: null,
  step: 1,
  // The day shown of the timetable, the window being edited (its number, or "new").
  day: null,
  editing: null,
  // What a file came to: { words, kind }.
  note: null,
  // Whether a file goes beside the timetable or in its place.
  beside: false,
  // "saved", "saving" or "lost", and when it was saved last (HH:MM).
  saved: "saved",
  savedAt: "",
  // Rows of the last roster that were refused: { sheet, row, why }.
  refused: [],
  pin: null,
  // On narrow screens the steps are folded.
  steps: false,
  start: null,
  rehearsal: null,
};
