const fixed = {
  again: "To read the whole course again",
  nothing: "Nothing",
  "goes-on": "To go on with the course as it will be",
  "not-begun": "The course, when the certificate is renewed",
} as const;

/** @param already all of it is owed of earlier revisions */
export function askedWords(asked: keyof typeof fixed | "lessons", lessons: number, already: boolean): string {
  const words =
    asked !== "lessons" ? fixed[asked] : lessons === 1 ? "To read 1 lesson" : `To read ${lessons} lessons`;
  return already ? `${words}, as before` : words;
}

/** When those who hold a certificate are asked. */
export function whenAsked(certifications: readonly { title: string; ends: boolean }[]): string {
  if (certifications.length === 0) return "No certification asks for this course.";
  const titles = (of: readonly { title: string }[]) => of.map(({ title }) => title).join(", ");
  const endless = certifications.filter(({ ends }) => !ends);
  const words = [`Asked for by: ${titles(certifications)}. Nobody loses a certificate.`];
  if (endless.length < certifications.length) words.push("What is asked is asked at its renewal.");
  if (endless.length > 0)
    words.push(
      endless.length === certifications.length
        ? "It does not end, so nobody who holds it is asked anything; who earns it from now on takes the course as it will be."
        : `Who holds ${titles(endless)} is not asked: it does not end.`,
    );
  return words.join(" ");
}

export function peopleWords(count: number): string {
  return count === 1 ? "1 person" : `${count} people`;
}
