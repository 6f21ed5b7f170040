import {
  CATCH_ALL,
  CATCH_ALL_ADVICE,
  TURNED_ROUND,
  TURNED_ROUND_ADVICE,
} from "~/features/content/editorial/edit-checks";
import { isCatchAll, isTurnedRound } from "~/features/content/editorial/tricky-wording";
import type { ContentFinding } from "~/platform/content-finding";
import type { ContentQuestion } from "../questions/read-content-bank.server";

/** Whoever looks for the answer among others reads over the "not"; whoever works it out does not. */
const CHOSEN: ReadonlySet<string> = new Set(["single", "multiple", "true-false", "hotspot"]);

export function questionWording({
  source,
  place,
}: Pick<ContentQuestion, "source" | "place">): ContentFinding[] {
  const findings: ContentFinding[] = [];
  if (CHOSEN.has(source.kind) && isTurnedRound(source.prompt))
    findings.push({
      ...place("prompt"),
      message: `${source.id}: ${TURNED_ROUND}`,
      advice: TURNED_ROUND_ADVICE,
    });
  if (source.kind === "single" || source.kind === "multiple")
    for (const [index, { text }] of source.options.entries())
      if (isCatchAll(text))
        findings.push({
          ...place("options", index),
          message: `${source.id}: ${CATCH_ALL}`,
          advice: CATCH_ALL_ADVICE,
        });
  return findings;
}
