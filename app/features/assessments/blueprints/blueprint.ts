import type { Difficulty, QuestionKind } from "../questions/question";

/**
 * An immutable assessment revision: its rules and every question version that may be drawn. What came later than the
 * first blueprints is optional and left out where it is as before, so that a blueprint keeps its hash.
 */
export interface Blueprint {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly language: string;
  readonly standard: string | null;
  /** Share of points needed, 0 to 1. */
  readonly passMark: number;
  /** Share of every clause's points needed as well. */
  readonly clausePassMark?: number;
  readonly minutes: number;
  /** Answers are taken so long after the time shown. */
  readonly graceSeconds?: number;
  readonly warnMinutes?: number;
  readonly attempts: AttemptRules;
  /** How much of the paper a page shows; a section where nothing is said. */
  readonly page?: "section" | "question";
  /** Both are shuffled where nothing is said. */
  readonly shuffle?: { readonly questions?: boolean; readonly options?: boolean };
  readonly book?: "open" | "closed";
  /** ISO 8601 with offset. */
  readonly window?: { readonly opensAt?: string; readonly closesAt?: string };
  readonly declaration?: string;
  readonly invigilated?: boolean;
  readonly secondMarking?: boolean;
  readonly sections: readonly BlueprintSection[];
  readonly questions: readonly BlueprintQuestion[];
}

export interface AttemptRules {
  readonly max: number;
  readonly waitHours: number;
  /** Days after the last of `max` failed attempts until a fresh set opens. */
  readonly renewDays: number;
  /** "renew" where nothing is said; "closed" opens no fresh set by itself. */
  readonly afterLast?: "renew" | "closed";
}

export interface BlueprintSection {
  readonly title: string;
  /** The test's own bank where there are none. */
  readonly banks?: readonly string[];
  readonly clauses: readonly string[];
  readonly topics: readonly string[];
  readonly difficulty?: readonly Difficulty[];
  readonly draw: number;
  readonly passMark?: number;
}

export interface BlueprintQuestion {
  readonly version: string;
  readonly questionId: string;
  /** The test's own where nothing is said. */
  readonly bank?: string;
  readonly kind: QuestionKind;
  readonly clause: string | null;
  readonly topic: string | null;
  readonly tags?: readonly string[];
  readonly difficulty?: Difficulty;
  /** Questions with the same case are drawn together. */
  readonly case?: string;
  readonly options: readonly string[];
}

export function questionCount(blueprint: Pick<Blueprint, "sections">): number {
  return blueprint.sections.reduce((total, section) => total + section.draw, 0);
}

export const WARN_MINUTES = 5;
