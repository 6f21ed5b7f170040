import type { Judged } from "../scoring/judge-attempt.server";
import { markedByHand } from "../marking/markable";
import { secondMarkingNeeds } from "../marking/request-second-marking.server";
import type { Remedy } from "./appeal-rules";

interface Question {
  /** Null for the whole test. */
  readonly position: number | null;
  readonly markings: number;
  /** A second marking was asked for. */
  readonly requested: boolean;
}

/** What would change the result. Pure. */
export function remediesFor(judged: Judged, { position, markings, requested }: Question): Remedy[] {
  const item = judged.items.find((each) => each.position === position);
  const byHand = markedByHand(judged).some((each) => position === null || each.position === position);
  const credit = item !== undefined && item.treatment?.kind !== "full-credit";
  const again = byHand && !requested && secondMarkingNeeds(judged, markings) === null;
  return [...(credit ? ["full-credit" as const] : []), ...(again ? ["second-marking" as const] : [])];
}
