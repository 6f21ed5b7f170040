/** How met, due and lapsed are named and coloured. */
import type { State } from "~/ui/state-badge";
import type { Tone } from "~/ui/tone";
import type { DutyCounts, DutyState } from "./duty-states";

interface Part {
  readonly state: DutyState;
  readonly word: string;
  readonly tone: Tone;
  readonly look: State;
}

export const parts: readonly Part[] = [
  { state: "met", word: "met", tone: "valid", look: "valid" },
  { state: "due", word: "due", tone: "due", look: "due" },
  { state: "lapsed", word: "lapsed", tone: "expired", look: "expired" },
];

/** "12 met, 3 due, 1 lapsed"; what nobody is at is left out. */
export function countsInWords(counts: DutyCounts): string {
  return parts
    .filter(({ state }) => counts[state] > 0)
    .map(({ state, word }) => `${counts[state].toLocaleString("en-US")} ${word}`)
    .join(", ");
}
