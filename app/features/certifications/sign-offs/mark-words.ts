/** Targets, marks and results in words. Pure. */
import { showNumber } from "~/features/assessments/questions/certain-number";
import type { Criterion, Measured } from "./checklist-definition";
import type { CriterionResult, Mark } from "./sign-off-rules";
import { sampleTooSmall } from "./sign-off-rules";

/** "at least 95 %, over 10 questions" */
export function targetInWords({ target, unit, sample }: Measured): string {
  const bound = "atMost" in target ? `at most ${target.atMost}` : `at least ${target.atLeast}`;
  return `${bound} ${unit}${sample ? `, over ${sample.size} ${sample.of}` : ""}`;
}

/** "97 %, over 20 calls", "Met", "Nothing yet" */
export function markInWords({ measured: measure }: Criterion, mark: Mark | undefined): string {
  if (!measure) return mark?.outcome ? resultWords[mark.outcome] : "Nothing yet";
  if (!mark || mark.measured === null) return "Nothing yet";
  const over = measure.sample && mark.sample !== null ? `, over ${mark.sample} ${measure.sample.of}` : "";
  return `${showNumber(mark.measured)} ${measure.unit}${over}`;
}

export const resultWords: Readonly<Record<CriterionResult, string>> = {
  met: "Met",
  "not-met": "Not met",
  open: "Open",
};

/** Why a criterion with something in it is still open. */
export function openBecause({ measured: measure }: Criterion, mark: Mark | undefined): string | null {
  if (!measure?.sample || mark?.measured == null || !sampleTooSmall(measure, mark.sample)) return null;
  return `Too few to judge: look at ${measure.sample.size} ${measure.sample.of} or more.`;
}
