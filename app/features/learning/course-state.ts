export const courseStates = ["not-started", "in-progress", "completed"] as const;
/** Where a person stands in a course: worked out from rows, never stored. */
export type CourseState = (typeof courseStates)[number];
