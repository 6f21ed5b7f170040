import type { Actor } from "~/features/people/actor";
import { now } from "~/platform/clock.server";
import { statesIn } from "./certification-states.server";
import { owedFrom } from "./home-queries.server";
import { isToDo, type OwedCertification, type OwedStep } from "./owed";

export interface OwedTest extends Pick<OwedStep, "title" | "state" | "anyOf"> {
  readonly to: string;
  readonly for: Pick<OwedCertification, "title" | "status" | "renewal" | "date">;
}

/** The tests that are asked of the actor and that they have to sit, each once, the most urgent first. */
export async function owedTests({ personId }: Actor): Promise<OwedTest[]> {
  const t = now();
  const states = await statesIn({ personIds: [personId] }, { effective: t, known: t }, personId);
  const tests = new Map<string, OwedTest>();
  for (const certification of await owedFrom(personId, states, { withReading: false }))
    for (const { kind, title, state, to, anyOf } of certification.steps.filter(isToDo))
      if (kind === "assessment" && to && !tests.has(to))
        tests.set(to, { title, state, to, anyOf, for: certification });
  return [...tests.values()];
}
