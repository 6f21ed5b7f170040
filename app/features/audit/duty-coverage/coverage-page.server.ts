import type { Actor } from "~/features/people/actor";
import type { CoverageAnswer } from "./coverage-answer";
import { countedCoverage } from "./counted-coverage.server";
import type { CoverageQuestion } from "./coverage-question";
import { type CoverageScope, coverageScope, personMember, teamMembers } from "./coverage-scope.server";
import { peopleAnswer, peopleCoverage } from "./people-coverage.server";

export interface CoveragePage {
  readonly scope: CoverageScope;
  /** Null where totals are counted by what is known now, and the question is about an earlier knowledge. */
  readonly answer: CoverageAnswer | null;
}

/** @throws NotFound for whom it is not open, and outside of what they may see */
export async function coveragePage(actor: Actor, question: CoverageQuestion): Promise<CoveragePage> {
  const scope = await coverageScope(actor, question);
  if (Object.keys(question.errors).length > 0) return { scope, answer: null };
  if (scope.kind === "company" || scope.kind === "region") {
    if (!question.knownNow) return { scope, answer: null };
    const regionId = scope.kind === "region" ? scope.region.id : null;
    return { scope, answer: await countedCoverage(regionId, question) };
  }
  const members = await membersOf(scope, question);
  const coverage = await peopleCoverage(members, question.asOf);
  return { scope, answer: peopleAnswer(coverage, question, scope.kind === "mine" ? "team" : "person") };
}

export function membersOf(
  scope: Exclude<CoverageScope, { kind: "company" | "region" }>,
  { asOf }: CoverageQuestion,
) {
  if (scope.kind === "person") return personMember(scope.person.id, asOf);
  return teamMembers(scope.kind === "mine" ? scope.teamIds : [scope.team.id], asOf);
}
