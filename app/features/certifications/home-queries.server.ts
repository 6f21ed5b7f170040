/** What everyone's first page says: seven queries at most, whoever it is for. */
import { courseProgress } from "~/features/learning/course-progress.server";
import type { Actor } from "~/features/people/actor";
import { now } from "~/platform/clock.server";
import { allSteps, type CertificationDefinition, readDefinition } from "./certification-definition";
import { type CertificationState, stateIn, statesIn } from "./certification-states.server";
import { coverageOf } from "./coverage";
import { chosenRuns } from "./cycles/chosen-runs.server";
import { byUrgency, isOwed, nextStep, owedOf, type OwedCertification } from "./owed";
import { findSteps } from "./step-queries.server";

const RECENT = 3;

export async function homePage(actor: Actor) {
  const t = now();
  const { personId, managedTeamIds: teamIds } = actor;
  const [states, chosenOnes] = await Promise.all([
    statesIn({ personIds: [personId], teamIds }, { effective: t, known: t }, personId),
    chosenRuns(personId),
  ]);
  const own = states.filter((state) => state.personId === personId);
  const due = dueOf(own);
  const choices = chosenOnes
    .filter(({ id }) => !due.some(({ state }) => state.certificationId === id))
    .map((definition) => ({ state: stateIn(own, { personId, definition }, t), definition }));
  const all = await stepsFor(personId, [...due, ...choices], { withReading: true });
  const owed = all.slice(0, due.length);
  const chosen = all.slice(due.length);
  return {
    owed,
    chosen,
    next: nextStep(owed) ?? nextStep(chosen),
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
  return stepsFor(personId, dueOf(own), { withReading });
}

interface Wanted {
  readonly state: CertificationState;
  readonly definition: CertificationDefinition;
}

function dueOf(own: readonly CertificationState[]): Wanted[] {
  return own
    .filter(isOwed)
    .sort(byUrgency)
    .map((state) => ({ state, definition: definitionOf(state) }));
}

async function stepsFor(
  personId: string,
  wanted: readonly Wanted[],
  { withReading }: { withReading: boolean },
): Promise<OwedCertification[]> {
  const found = await findSteps(
    personId,
    wanted.flatMap(({ definition }) => allSteps(definition)),
  );
  const courses = [...found.facts.values()].filter(({ kind, available }) => kind === "course" && available);
  const reading = await courseProgress(personId, withReading ? courses.map(({ id }) => id) : []);
  return wanted.map(({ state, definition }) => owedOf(state, definition, found, reading, now()));
}

function definitionOf({ obligations }: CertificationState) {
  const { revisionId, definition } = obligations[0]!;
  return readDefinition(revisionId, definition!);
}

function recentAwards(states: readonly CertificationState[]) {
  return states
    .flatMap(({ status, award, awards }) => {
      const newest = awards.find(({ id }) => id === award?.id);
      return award && newest
        ? [
            {
              id: award.id,
              certificationId: newest.certificationId,
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
