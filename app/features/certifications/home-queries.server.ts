/** What everyone's first page says: five queries, whoever it is for. */
import { courseProgress } from "~/features/learning/course-progress.server";
import type { Actor } from "~/features/people/actor";
import { now } from "~/platform/clock.server";
import { allSteps, readDefinition } from "./certification-definition";
import { statesIn, type CertificationState } from "./certification-states.server";
import { coverageOf } from "./coverage";
import { byUrgency, isOwed, nextStep, owedOf, type OwedCertification } from "./owed";
import { findSteps } from "./step-queries.server";

const RECENT = 3;

export async function homePage(actor: Actor) {
  const t = now();
  const { personId, managedTeamIds: teamIds } = actor;
  const states = await statesIn({ personIds: [personId], teamIds }, { effective: t, known: t }, personId);
  const own = states.filter((state) => state.personId === personId);
  const owed = await owedFrom(personId, own, { withReading: true });
  return {
    owed,
    next: nextStep(owed),
    required: own.filter(({ obligations }) => obligations.length > 0).length,
    recent: recentAwards(own),
    team: teamIds.length > 0 ? coverageOf(states.filter((state) => state.personId !== personId)) : null,
  };
}

/** What one person owes, the most urgent first, from states that carry definitions. */
export async function owedFrom(
  personId: string,
  own: readonly CertificationState[],
  { withReading }: { withReading: boolean },
): Promise<OwedCertification[]> {
  const owed = own
    .filter(isOwed)
    .sort(byUrgency)
    .map((state) => ({ state, definition: definitionOf(state) }));
  const facts = await findSteps(
    personId,
    owed.flatMap(({ definition }) => allSteps(definition)),
  );
  const courses = [...facts.values()].filter(({ kind, available }) => kind === "course" && available);
  const reading = await courseProgress(personId, withReading ? courses.map(({ id }) => id) : []);
  return owed.map(({ state, definition }) => owedOf(state, definition, facts, reading, now()));
}

function definitionOf({ obligations }: CertificationState) {
  const { revisionId, definition } = obligations[0]!;
  return readDefinition(revisionId!, definition!);
}

function recentAwards(states: readonly CertificationState[]) {
  return states
    .flatMap(({ status, award, awards }) => {
      const newest = awards.find(({ id }) => id === award?.id);
      return award && newest
        ? [
            {
              id: award.id,
              title: newest.title,
              edition: newest.edition,
              state: award.state,
              status,
              validFrom: award.validFrom,
              validUntil: award.validUntil,
            },
          ]
        : [];
    })
    .sort((a, b) => b.validFrom.getTime() - a.validFrom.getTime())
    .slice(0, RECENT);
}
