const fixed = {
  again: "To read the whole course again",
  nothing: "Nothing",
  "goes-on": "To go on with the course as it will be",
  "not-begun": "The course, when the certificate is renewed",
} as const;

export function askedWords(asked: keyof typeof fixed | "lessons", lessons: number): string {
  if (asked !== "lessons") return fixed[asked];
  return lessons === 1 ? "To read 1 lesson" : `To read ${lessons} lessons`;
}

export function peopleWords(count: number): string {
  return count === 1 ? "1 person" : `${count} people`;
}
