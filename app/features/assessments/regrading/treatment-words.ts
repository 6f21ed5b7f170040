import type { Treatment } from "../scoring/score-attempt";

/** What was done with a question, for a list and for a choice. */
export const treatmentWords: Record<Treatment["kind"], { name: string; means: string }> = {
  "full-credit": {
    name: "Everyone gets the points",
    means: "Nobody loses by it. The question is drawn no more.",
  },
  drop: {
    name: "It counts for nobody",
    means: "As if it had not been asked: who had it right loses those points. The question is drawn no more.",
  },
  "new-key": {
    name: "Another answer is right",
    means: "All answers are judged again by what you say is right. The question is still drawn.",
  },
};

export function treatmentName(treatment: string): string {
  return treatmentWords[treatment as Treatment["kind"]]?.name ?? treatment;
}
