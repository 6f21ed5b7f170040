/** What the page of one record shows. */
import type { ReviewedQuestion } from "~/features/assessments/sitting/attempt-view";
import type { Tally } from "~/features/assessments/scoring/score-attempt";
import type { SignOffDocument } from "~/features/certifications/sign-offs/sign-off-document";
import type { Segment } from "~/features/content/lesson";
import type { EntryProof } from "~/features/ledger/ledger-queries.server";
import type { CheckFeedback } from "~/features/learning/check-feedback";

export interface RecordEvidence {
  readonly facts: RecordFacts;
  /** Null where the document is of a kind that this version cannot show; it is still there as text. */
  readonly proof: CourseEvidence | TestEvidence | AwardEvidence | AppealEvidence | SignOffEvidence | null;
  /** The whole document, byte for byte as it was recorded. */
  readonly document: string;
  readonly documentHash: string;
  readonly pinned: readonly PinnedHash[];
  readonly ledger: LedgerEvidence;
}

export interface RecordFacts {
  readonly id: string;
  readonly kind: string;
  readonly outcome: string;
  readonly personId: string;
  readonly personName: string;
  readonly employeeNumber: string;
  readonly teamName: string | null;
  readonly regionName: string | null;
  readonly jobRoleName: string | null;
  readonly title: string;
  readonly edition: string;
  readonly standard: string | null;
  readonly clauses: readonly string[];
  readonly score: number | null;
  readonly validFrom: Date | null;
  readonly validUntil: Date | null;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
  /** Null when the portal did it by its rules. */
  readonly actorName: string | null;
  readonly reason: string | null;
}

export interface PinnedHash {
  readonly what: string;
  readonly hash: string;
}

export interface LessonAnswer {
  readonly check: string;
  readonly correct: boolean;
  readonly answeredAt: string;
}

export interface ReadLesson {
  readonly slug: string;
  readonly title: string;
  readonly snapshot: string;
  readonly readAt: string | null;
  readonly answers: readonly LessonAnswer[];
  /** Filled for the lessons that are opened. */
  readonly opened: {
    readonly segments: readonly Segment[];
    readonly feedback: Record<string, CheckFeedback>;
  } | null;
}

export interface CourseEvidence {
  readonly kind: "course";
  readonly title: string;
  readonly revisionNumber: number;
  readonly lessons: readonly ReadLesson[];
  /** Lessons whose snapshot is no longer there. */
  readonly missing: readonly string[];
  /** Lessons whose snapshot holds something else than was shown at the time. */
  readonly altered: readonly string[];
}

export interface TestEvidence {
  readonly kind: "test";
  readonly attemptNumber: number;
  readonly revisionNumber: number;
  readonly startedAt: string;
  readonly submittedAt: string;
  readonly deadlineAt: string;
  readonly timeUp: boolean;
  readonly language: string;
  readonly scoring: string;
  readonly passMark: number;
  readonly stored: {
    readonly score: number;
    readonly points: number;
    readonly max: number;
    readonly passed: boolean;
  };
  readonly again: {
    readonly score: number;
    readonly points: number;
    readonly max: number;
    readonly passed: boolean;
  };
  /** In words; empty when both agree. */
  readonly differences: readonly string[];
  readonly clauses: readonly Tally[];
  readonly sections: readonly { readonly title: string; readonly questions: readonly PaperQuestion[] }[];
}

export interface PaperQuestion extends ReviewedQuestion {
  /** Options in the order in which they were shown. */
  readonly served: readonly { readonly id: string; readonly html: string }[];
  /** Ordering: the order given; empty when none was. */
  readonly givenOrder: readonly string[];
  readonly answeredAt: string | null;
}

/** Names stand for the ids of people. */
export interface SignOffEvidence extends SignOffDocument {
  readonly kind: "sign-off";
}

export interface RestsOn {
  readonly recordId: string;
  readonly kind: string;
  readonly title: string;
  readonly outcome: string;
  readonly score: number | null;
  readonly occurredAt: Date;
}

export interface AwardEvidence {
  readonly kind: "award";
  readonly awardId: string;
  readonly code: string;
  readonly holderName: string;
  readonly cycle: number;
  readonly certification: string;
  /** Of the event that this record is about; null for the award itself. */
  readonly event: { readonly kind: string; readonly effectiveAt: Date } | null;
  readonly restsOn: readonly RestsOn[];
  readonly requiredFor: readonly { readonly accountability: string; readonly clause: string | null }[];
  /** Every record of this award, oldest first, this one included. */
  readonly history: readonly AwardHistory[];
}

export interface AwardHistory {
  /** Whose name is known by now; null for the portal itself. */
  readonly actorName: string | null;
  /** The second person, where it took two. */
  readonly confirmedByName: string | null;
  readonly recordId: string;
  readonly kind: string;
  readonly outcome: string;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
  readonly reason: string | null;
}

export interface AppealEvidence {
  readonly kind: "appeal";
  /** The question; null for the whole test. */
  readonly position: number | null;
  readonly groundsHash: string | null;
  /** Null for the filing. */
  readonly decision: string | null;
  readonly remedy: string | null;
  /** Every record of the attempt, this one included. */
  readonly records: readonly {
    readonly recordId: string;
    readonly kind: string;
    readonly outcome: string;
    readonly occurredAt: Date;
    readonly reason: string | null;
  }[];
}

export interface LedgerEvidence {
  readonly entry: EntryProof;
  /** Where the record differs from what the entry committed to, in words. */
  readonly differences: readonly string[];
  /** The person's salt was deleted: the commitments can no longer be opened. */
  readonly erased: boolean;
}
