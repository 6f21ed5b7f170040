/** Of one form of a sitting: long answers, and files that are handed in. */
export const ANSWER_BOUNDS = { bytes: 28_000_000, fileBytes: 25_000_000, files: 20 } as const;
