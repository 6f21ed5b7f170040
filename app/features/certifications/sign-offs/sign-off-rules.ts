/** What marks come to. The program compares what was measured with the target, nobody else. Pure. */
import type { ChecklistDefinition, Criterion, Measured } from "./checklist-definition";

export const SIGN_OFF_STATES = ["draft", "completed", "disputed", "acknowledged", "withdrawn"] as const;
export type SignOffState = (typeof SIGN_OFF_STATES)[number];

export interface Mark {
  readonly outcome: "met" | "not-met" | null;
  readonly measured: number | null;
  readonly sample: number | null;
}

export type CriterionResult = "met" | "not-met" | "open";

export function resultOf({ measured: measure }: Criterion, mark: Mark | undefined): CriterionResult {
  if (!mark) return "open";
  if (!measure) return mark.outcome ?? "open";
  if (mark.measured === null || sampleTooSmall(measure, mark.sample)) return "open";
  return reaches(measure, mark.measured) ? "met" : "not-met";
}

/** Also while nothing has been written down of the sample. */
export function sampleTooSmall({ sample }: Measured, seen: number | null): boolean {
  return sample !== undefined && (seen === null || seen < sample.size);
}

function reaches({ target }: Measured, value: number): boolean {
  return "atMost" in target ? value <= target.atMost : value >= target.atLeast;
}

/** Required criteria that cannot be judged yet. */
export function openCriteria(
  { criteria }: ChecklistDefinition,
  marks: ReadonlyMap<string, Mark>,
): readonly Criterion[] {
  return criteria.filter((each) => each.required && resultOf(each, marks.get(each.id)) === "open");
}

export function allMet({ criteria }: ChecklistDefinition, marks: ReadonlyMap<string, Mark>): boolean {
  return criteria.every((each) => !each.required || resultOf(each, marks.get(each.id)) === "met");
}

export function openKeyOf(personId: string, checklistId: string): string {
  return `${personId} ${checklistId}`;
}

/** What the observer declares, and what the person does. Kept in the records to the letter. */
export const DECLARATIONS = {
  observer:
    "I observed this work myself, what I recorded is what I saw, and I have gone through it with the person.",
  person: "I was there, I have read what was recorded, and I agree with it.",
} as const;

export const SHORTEST_REASON = 3;
export const LONGEST_TEXT = 2_000;
