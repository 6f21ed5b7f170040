/** What pages get to show. Nothing here holds a key except `ReviewedQuestion`, which exists only after submission. */
import type { AttemptState } from "./attempt-rules";
import type { QuestionKind, ServedQuestion } from "./question";
import type { Tally } from "./score-attempt";

export interface StandingView {
  readonly state: AttemptState;
  readonly left: number;
  readonly nextAt: Date | null;
  readonly open: { readonly attemptId: string; readonly deadlineAt: Date } | null;
  readonly last: {
    readonly attemptId: string;
    readonly score: number;
    readonly passed: boolean;
    readonly submittedAt: Date;
  } | null;
}

export interface AssessmentSummary {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly minutes: number;
  readonly questions: number;
  readonly passMark: number;
  readonly standing: StandingView;
}

export interface AssessmentPage extends AssessmentSummary {
  readonly language: string;
  readonly max: number;
  readonly waitHours: number;
  readonly renewDays: number;
  readonly sections: readonly { readonly title: string; readonly draw: number }[];
  readonly attempts: readonly PastAttemptView[];
}

export interface PastAttemptView {
  readonly attemptId: string;
  readonly number: number;
  readonly startedAt: Date;
  readonly submittedAt: Date | null;
  readonly score: number | null;
  readonly passed: boolean | null;
}

export interface SectionProgress {
  readonly title: string;
  readonly positions: readonly number[];
  readonly unanswered: readonly number[];
}

export interface Sitting {
  readonly attemptId: string;
  readonly slug: string;
  readonly title: string;
  readonly language: string;
  readonly deadlineAt: Date;
  /** The server's clock when the page was made: a browser's own may be wrong. */
  readonly serverNow: Date;
  readonly sections: readonly SectionProgress[];
  /** The section shown; null on the page that asks for confirmation. */
  readonly section: { readonly index: number; readonly questions: readonly ServedQuestion[] } | null;
}

export interface ReviewedOption {
  readonly id: string;
  readonly html: string;
  readonly chosen: boolean;
  readonly right: boolean;
  readonly why: string | null;
}

/** One question after submission: what was given, what is right, and why. */
export interface ReviewedQuestion {
  readonly position: number;
  readonly section: number;
  readonly kind: QuestionKind;
  readonly clause: string | null;
  readonly prompt: string;
  readonly points: number;
  readonly answered: boolean;
  /** In the order served; for ordering, in the order given (or served when none was). */
  readonly options: readonly ReviewedOption[];
  /** Ordering: the right order. */
  readonly rightOrder: readonly string[];
  readonly number: {
    readonly given: string | null;
    readonly value: number;
    readonly tolerance: number;
    readonly unit: string | null;
  } | null;
  readonly explanation: string;
}

export interface AttemptResult {
  readonly attemptId: string;
  readonly slug: string;
  readonly title: string;
  readonly language: string;
  readonly number: number;
  readonly startedAt: Date;
  readonly submittedAt: Date;
  /** The deadline submitted it. */
  readonly timeUp: boolean;
  readonly score: number;
  readonly points: number;
  readonly max: number;
  readonly passMark: number;
  readonly passed: boolean;
  readonly sections: readonly Tally[];
  readonly clauses: readonly Tally[];
  readonly questions: readonly ReviewedQuestion[];
  /** How many are not shown because the person is answering them again in a test that is open. */
  readonly withheld: number;
  /** By today's rules; null when the assessment is no longer open to the person. */
  readonly again: { readonly standing: StandingView; readonly max: number } | null;
}

/** What became of the answers that were sent. */
export interface SavedAnswers {
  /** By position: true when there is now an answer, false when it was taken back. */
  readonly saved: Readonly<Record<number, boolean>>;
  readonly problems: Readonly<Record<number, string>>;
  /** Why the attempt takes no more answers; null while it does. */
  readonly ended: string | null;
  /** Until the deadline, by the server's clock. */
  readonly millisecondsLeft: number;
}
