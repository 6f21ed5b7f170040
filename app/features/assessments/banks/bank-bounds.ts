export const bankBounds = {
  banks: 200,
  title: 120,
  questions: 20_000,
  figures: 200,
  figureBytes: 5_000_000,
  figuresAtOnce: 10,
  /** A question's form: percent-encoding makes a text in other scripts up to nine times as long. */
  formBytes: 4_000_000,
  importBytes: 10_000_000,
  importQuestions: 10_000,
} as const;
