import type { QuestionKind } from "./question";

/** An immutable assessment revision: its rules and every question version that may be drawn. */
export interface Blueprint {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly language: string;
  readonly standard: string | null;
  /** Share of points needed, 0 to 1. */
  readonly passMark: number;
  readonly minutes: number;
  readonly attempts: AttemptRules;
  readonly sections: readonly BlueprintSection[];
  readonly questions: readonly BlueprintQuestion[];
}

export interface AttemptRules {
  readonly max: number;
  readonly waitHours: number;
  /** Days after the last of `max` failed attempts until a fresh set opens. */
  readonly renewDays: number;
}

export interface BlueprintSection {
  readonly title: string;
  readonly clauses: readonly string[];
  readonly topics: readonly string[];
  readonly draw: number;
}

export interface BlueprintQuestion {
  readonly version: string;
  readonly questionId: string;
  readonly kind: QuestionKind;
  readonly clause: string | null;
  readonly topic: string | null;
  readonly options: readonly string[];
}

export function questionCount(blueprint: Pick<Blueprint, "sections">): number {
  return blueprint.sections.reduce((total, section) => total + section.draw, 0);
}
