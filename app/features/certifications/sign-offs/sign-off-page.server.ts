/** A sign-off as its pages show it. */
import type { Actor } from "~/features/people/actor";
import { NotFound } from "~/platform/errors";
import type { Criterion } from "./checklist-definition";
import { findSignOff, type SavedMark, type SignOff } from "./find-sign-off.server";
import { allMet, openCriteria, resultOf, type CriterionResult } from "./sign-off-rules";

export interface SeenCriterion {
  readonly criterion: Criterion;
  readonly mark: SavedMark | null;
  readonly result: CriterionResult;
}

export interface SignOffPage extends Omit<SignOff, "definition" | "marks"> {
  readonly title: string;
  readonly edition: string;
  readonly summary: string;
  readonly instructions: string;
  readonly criteria: readonly SeenCriterion[];
  /** Required criteria that are still open. */
  readonly open: number;
  /** All that is required is met, as it was signed or as it would be. */
  readonly earns: boolean;
}

/** @throws NotFound */
export async function signOffPage(actor: Actor, id: string): Promise<SignOffPage> {
  const { definition, marks, ...facts } = await findSignOff(actor, id);
  const { title, edition, summary, instructions, criteria } = definition;
  return {
    ...facts,
    title,
    edition,
    summary,
    instructions,
    criteria: criteria.map((criterion) => ({
      criterion,
      mark: marks.get(criterion.id) ?? null,
      result: resultOf(criterion, marks.get(criterion.id)),
    })),
    open: openCriteria(definition, marks).length,
    earns: facts.met ?? allMet(definition, marks),
  };
}

/** The same for filling it in; null once it is no draft any more. @throws NotFound for whom it is not theirs to do */
export async function fillPage(actor: Actor, id: string): Promise<SignOffPage | null> {
  const page = await signOffPage(actor, id);
  if (page.state !== "draft") return null;
  if (!page.observes) throw new NotFound("sign-off");
  return page;
}
