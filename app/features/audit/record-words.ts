/** Records in plain words, for pages and for exports. */
import type { EvidenceKind } from "~/features/ledger/evidence";

export const kindWords: Readonly<Record<EvidenceKind, string>> = {
  "course-completed": "Course completed",
  "test-submitted": "Test submitted",
  "test-marked": "Test marked",
  "test-regraded": "Test regraded",
  "appeal-filed": "Appeal filed",
  "appeal-decided": "Appeal decided",
  "sign-off-completed": "Sign-off completed by the observer",
  "sign-off-acknowledged": "Signed off",
  "sign-off-disputed": "Sign-off not agreed to",
  "sign-off-withdrawn": "Sign-off withdrawn",
  "statement-accepted": "Statement accepted",
  "external-certificate-sent": "Certificate of another issuer sent in",
  "external-certificate-decided": "Certificate of another issuer decided about",
  "award-granted": "Certificate granted",
  "certification-refused": "Certificate not awarded",
  "award-suspended": "Certificate suspended",
  "award-revoked": "Certificate revoked",
  "award-surrendered": "Certificate given back",
  "award-reinstated": "Certificate reinstated",
  "award-corrected": "Certificate corrected",
};

export const outcomeWords = {
  completed: "Completed",
  passed: "Passed",
  failed: "Not passed",
  "to-mark": "To be marked",
  "to-acknowledge": "To be acknowledged",
  met: "Met",
  "not-met": "Not met",
  disputed: "Not agreed to",
  filed: "Filed",
  upheld: "Upheld",
  rejected: "Not upheld",
  withdrawn: "Withdrawn",
  sent: "Sent in",
  accepted: "Accepted",
  granted: "Granted",
  refused: "Refused",
  suspended: "Suspended",
  revoked: "Revoked",
  surrendered: "Given back",
  reinstated: "Reinstated",
  corrected: "Corrected",
} as const;

export function wordOf(words: Readonly<Record<string, string>>, value: string): string {
  return Object.hasOwn(words, value) ? words[value]! : value;
}

/** A team's name often holds its region's already. */
export function placeInWords(teamName: string | null, regionName: string | null): string {
  if (!teamName) return regionName ?? "No team";
  return !regionName || teamName.toLowerCase().includes(regionName.toLowerCase())
    ? teamName
    : `${teamName}, ${regionName}`;
}

/** "iso-9001:2015, clauses 7.2, 7.3": clauses by their standard, and the standard alone where there are none. */
export function clausesInWords(standard: string | null, clauses: readonly string[]): string {
  const byStandard = new Map<string, string[]>(standard ? [[standard, []]] : []);
  /* 7.2 before 10.1. */
  const inOrder = [...clauses].sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
  for (const key of inOrder) {
    const end = key.lastIndexOf("/");
    const of = key.slice(0, Math.max(end, 0));
    byStandard.set(of, [...(byStandard.get(of) ?? []), key.slice(end + 1)]);
  }
  return [...byStandard]
    .map(([of, numbers]) => {
      if (numbers.length === 0) return of;
      const words = `${numbers.length === 1 ? "clause" : "clauses"} ${numbers.join(", ")}`;
      return of ? `${of}, ${words}` : words;
    })
    .join("; ");
}
