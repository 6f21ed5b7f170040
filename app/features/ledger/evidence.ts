/** What a recorded fact is made of. */
import type { JsonObject } from "~/platform/canonical-json";

export const EVIDENCE_KINDS = [
  "course-completed",
  "test-submitted",
  "test-marked",
  "test-regraded",
  "appeal-filed",
  "appeal-decided",
  "sign-off-completed",
  "sign-off-acknowledged",
  "sign-off-disputed",
  "sign-off-withdrawn",
  "statement-accepted",
  "external-certificate-sent",
  "external-certificate-decided",
  "award-granted",
  "award-suspended",
  "award-revoked",
  "award-surrendered",
  "award-reinstated",
  "award-corrected",
  "certification-refused",
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** Who the person was when it happened; null where they held none. */
export interface Subject {
  readonly personId: string;
  readonly name: string;
  readonly employeeNumber: string;
  readonly teamId: string | null;
  readonly teamName: string | null;
  readonly regionId: string | null;
  readonly regionName: string | null;
  readonly jobRoleId: string | null;
  readonly jobRoleName: string | null;
}

export interface Fact {
  /** Given when the caller needs to know it beforehand, or must not record the same thing twice. */
  readonly id?: string;
  readonly kind: EvidenceKind;
  readonly outcome: string;
  readonly subject: Subject;
  /** Null when the portal itself did it. */
  readonly actorId: string | null;
  readonly reason?: string;
  readonly occurredAt: Date;
  readonly title: string;
  readonly edition: string;
  readonly courseId?: string;
  readonly assessmentId?: string;
  readonly certificationId?: string;
  readonly awardId?: string;
  readonly standard?: string;
  readonly clauses?: readonly string[];
  readonly score?: number;
  readonly validFrom?: Date;
  readonly validUntil?: Date;
  /** The whole evidence: pinned hashes, the paper as served, answers, … */
  readonly document: JsonObject;
}

/** A row of EvidenceRecord without its clauses. */
export interface EvidenceColumns {
  readonly id: string;
  readonly kind: string;
  readonly outcome: string;
  readonly personId: string;
  readonly personName: string;
  readonly employeeNumber: string;
  readonly teamId: string | null;
  readonly teamName: string | null;
  readonly regionId: string | null;
  readonly regionName: string | null;
  readonly jobRoleId: string | null;
  readonly jobRoleName: string | null;
  readonly courseId: string | null;
  readonly assessmentId: string | null;
  readonly certificationId: string | null;
  readonly awardId: string | null;
  readonly standard: string | null;
  readonly title: string;
  readonly edition: string;
  readonly score: number | null;
  readonly validFrom: Date | null;
  readonly validUntil: Date | null;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
  readonly actorId: string | null;
  readonly reason: string | null;
  readonly document: string;
}
