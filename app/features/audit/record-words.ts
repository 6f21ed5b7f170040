/** Records in plain words, for pages and for exports. */
import type { EvidenceKind } from "~/features/ledger/evidence";

export const kindWords: Readonly<Record<EvidenceKind, string>> = {
  "course-completed": "Course completed",
  "test-submitted": "Test submitted",
  "award-granted": "Certificate granted",
  "award-revoked": "Certificate revoked",
  "award-reinstated": "Certificate reinstated",
  "award-corrected": "Certificate corrected",
};

export const outcomeWords = {
  completed: "Completed",
  passed: "Passed",
  failed: "Not passed",
  granted: "Granted",
  revoked: "Revoked",
  reinstated: "Reinstated",
  corrected: "Corrected",
} as const;

export function wordOf(words: Readonly<Record<string, string>>, value: string): string {
  return Object.hasOwn(words, value) ? words[value]! : value;
}
