/** What gives right answers away over a whole set of questions, for readers who only count and measure. */
import type { ContentFinding } from "~/platform/content-finding";
import { unevenPlaces } from "./answer-places";
import type { KeyedChoice } from "./keyed-choice";
import { longestIsRight } from "./longest-answers";

const MOST_NAMED = 8;

/** @param file where the findings are shown: they are about no single line */
export function answerPatterns(file: string, choices: readonly KeyedChoice[]): ContentFinding[] {
  const findings: ContentFinding[] = [];
  const uneven = unevenPlaces(choices);
  if (uneven)
    findings.push({
      file,
      line: 1,
      message: `The right answers stand at places 1 to ${uneven.counts.length} ${uneven.counts.join(", ")} times; evenly spread it would be about ${uneven.expected.map(Math.round).join(", ")}.`,
      advice: "Move right answers from the crowded places to the others.",
    });
  const longest = longestIsRight(choices);
  if (longest) {
    const named = longest.right.slice(0, MOST_NAMED).join(", ");
    findings.push({
      file,
      line: 1,
      message: `Where one option stands out as the longest, it is the right one in ${longest.right.length} of ${longest.of}; by chance it would be ${longest.expected.toFixed(0)}.`,
      advice: `Shorten the right option, or say more in a wrong one, in some of ${named}.`,
    });
  }
  return findings;
}
