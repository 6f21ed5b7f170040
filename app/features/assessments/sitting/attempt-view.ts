/** What pages get to show. Nothing here holds a key except `ReviewedQuestion`, which exists only after submission. */
import type {
  Answer,
  GapPiece,
  QuestionFigure,
  QuestionKind,
  ResponseFile,
  ServedQuestion,
  Shape,
} from "../questions/question";
import type { CountingMark } from "../marking/marking-rules";
import type { Treatment } from "../scoring/score-attempt";
import type { ShownTally } from "../scoring/tally-bars";
import type { AttemptState } from "./attempt-rules";

export interface StandingView {
  readonly state: AttemptState;
  readonly left: number;
  readonly nextAt: Date | null;
  readonly mayStart: boolean;
  readonly open: { readonly attemptId: string; readonly deadlineAt: Date } | null;
  readonly last: {
    readonly attemptId: string;
    /** Null while somebody has to mark it. */
    readonly score: number | null;
    readonly passed: boolean | null;
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
  /** No fresh set opens by itself. */
  readonly closesForGood: boolean;
  /** What the person's accommodation adds. */
  readonly extraMinutes: number;
  readonly clausePassMark: number | null;
  readonly book: "open" | "closed" | null;
  readonly opensAt: string | null;
  readonly closesAt: string | null;
  readonly declaration: string | null;
  readonly invigilated: boolean;
  /** Some of its questions are marked by a person. */
  readonly markedByHand: boolean;
  readonly sections: readonly {
    readonly title: string;
    readonly draw: number;
    readonly passMark: number | null;
  }[];
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
  /** With an answer that leaves lines or gaps open. */
  readonly inPart: readonly number[];
  readonly flagged: readonly number[];
}

export interface Sitting {
  readonly attemptId: string;
  readonly slug: string;
  readonly title: string;
  readonly language: string;
  /** The time shown; the server takes answers a little longer where the test grants grace. */
  readonly deadlineAt: Date;
  /** The server's clock when the page was made: a browser's own may be wrong. */
  readonly serverNow: Date;
  readonly warnMinutes: number;
  readonly book: "open" | "closed" | null;
  readonly sections: readonly SectionProgress[];
  /** A page shows a section, or one question of it. */
  readonly page: "section" | "question";
  /** The questions shown; null on the page that asks for confirmation. */
  readonly section: { readonly index: number; readonly questions: readonly ServedQuestion[] } | null;
  /** Where "continue" leads: a section or a question, both from 1; null to the confirmation. */
  readonly next: number | null;
}

export interface ReviewedOption {
  readonly id: string;
  readonly html: string;
  readonly chosen: boolean;
  readonly right: boolean;
  readonly why: string | null;
}

/** A stem or a gap with what was given and what is right. */
export interface ReviewedPair {
  readonly id: string;
  /** The stem; empty for a gap. */
  readonly html: string;
  readonly given: string | null;
  readonly right: string;
  readonly correct: boolean;
}

export interface ReviewedCriterion {
  readonly id: string;
  readonly html: string;
  readonly points: number;
  /** What the levels ask for, the best first. */
  readonly levels: readonly { readonly points: number; readonly html: string }[];
}

/** One question after submission: what was given, what is right, and why. */
export interface ReviewedQuestion {
  readonly position: number;
  readonly section: number;
  readonly kind: QuestionKind;
  readonly clause: string | null;
  readonly scenario: { readonly id: string; readonly html: string } | null;
  readonly prompt: string;
  readonly points: number;
  readonly worth: number;
  readonly answered: boolean;
  /** Somebody has yet to mark it. */
  readonly pending: boolean;
  /** It was found faulty after it had been answered. */
  readonly treatment: Treatment["kind"] | null;
  /** In the order served; for ordering, in the order given (or served when none was). */
  readonly options: readonly ReviewedOption[];
  /** Ordering: the right order. */
  readonly rightOrder: readonly string[];
  readonly number: {
    /** With its unit. */
    readonly given: string | null;
    readonly value: number;
    readonly tolerance: number;
    readonly unit: string | null;
  } | null;
  /** Matching and gaps. */
  readonly pairs: readonly ReviewedPair[];
  readonly text: readonly GapPiece[];
  /** Short text. */
  readonly typed: {
    readonly given: string | null;
    /** What earns all points; a star stands for any text. */
    readonly right: readonly string[];
    readonly partly: readonly string[];
  } | null;
  /** Hotspot. */
  readonly spot: {
    readonly figure: QuestionFigure;
    readonly point: readonly [number, number] | null;
    readonly right: readonly Shape[];
  } | null;
  /** Free and file response. */
  readonly response: {
    readonly text: string | null;
    readonly file: ResponseFile | null;
    readonly criteria: readonly ReviewedCriterion[];
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
  /** The time was over when it was submitted. */
  readonly timeUp: boolean;
  /** Positions that somebody has yet to mark: the figures below are not the result yet. */
  readonly pending: readonly number[];
  readonly score: number;
  readonly points: number;
  readonly max: number;
  readonly passMark: number;
  readonly passed: boolean;
  /** When the result was known as it is; null while somebody has to mark. */
  readonly knownAt: Date | null;
  /** Somebody marks it again; until then the result stands. */
  readonly markedAgain: boolean;
  /** What people gave and wrote, by position. */
  readonly marks: Readonly<Record<number, CountingMark>>;
  /** Since the first result, the latest first: what changed it, and why. */
  readonly changes: readonly ResultChange[];
  readonly sections: readonly ShownTally[];
  readonly clauses: readonly ShownTally[];
  readonly questions: readonly ReviewedQuestion[];
  /** How many are not shown because the person is answering them again in a test that is open. */
  readonly withheld: number;
  /** By today's rules; null when the assessment is no longer open to the person. */
  readonly again: { readonly standing: StandingView; readonly max: number } | null;
}

export interface ResultChange {
  readonly cause: string;
  readonly recordedAt: Date;
  readonly score: number;
  readonly passed: boolean;
  readonly reason: string | null;
}

export interface AnswerConflict {
  /** Stored, from another window. */
  readonly stored: Answer | null;
  /** What was sent; null also where the page itself still shows it. */
  readonly sent: Answer | null;
}

/** What became of the answers that were sent. */
export interface SavedAnswers {
  /** By position: the answer that is stored now, null when it was taken back. */
  readonly saved: Readonly<Record<number, Answer | null>>;
  /** By position: not saved, because another answer was stored since the page was made. */
  readonly conflicts: Readonly<Record<number, AnswerConflict>>;
  readonly problems: Readonly<Record<number, string>>;
  /** Why the attempt takes no more answers; null while it does. */
  readonly ended: string | null;
  /** Until the time shown is over, by the server's clock. */
  readonly millisecondsLeft: number;
}
