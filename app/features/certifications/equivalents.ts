/** Certifications of which any counts as another while it is valid. Pure. */
import { z } from "zod";
import { type AwardFact, awardStanding } from "./certification-rules";

const ids = z.array(z.string());

/** @param text as the certification that they count as keeps them */
export function readEquivalents(text: string): readonly string[] {
  return text === "[]" ? [] : ids.parse(JSON.parse(text));
}

/** @param counting the certification, and what counts as it */
export function isHeld(
  awards: readonly (AwardFact & { readonly certificationId: string })[],
  counting: readonly string[],
  when: Date,
): boolean {
  return awards.some(
    (award) =>
      counting.includes(award.certificationId) &&
      awardStanding(award, { effective: when, known: when })?.state === "valid",
  );
}
