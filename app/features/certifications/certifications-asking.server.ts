import type { Actor } from "~/features/people/actor";
import { db } from "~/platform/db/client.server";
import { type CertificationStep, leavesOf, readDefinition, stepKey } from "./certification-definition";
import { findOwnSteps } from "./step-queries.server";

interface Asking {
  readonly id: string;
  readonly title: string;
}

/** A course beside a test, for somebody who may open it. */
export interface CourseBeside {
  readonly slug: string;
  readonly title: string;
  readonly state: "completed" | "in-progress" | "not-started";
}

/** The certifications that a course or a test counts towards today the first time, by title. */
export async function certificationsAsking(step: CertificationStep): Promise<Asking[]> {
  return (await definitionsAsking(step)).map(({ id, title }) => ({ id, title }));
}

/** What a test counts towards, and the courses that are asked for together with it. */
export async function besideTest(
  actor: Actor,
  assessment: string,
): Promise<{ certifications: Asking[]; courses: CourseBeside[] }> {
  const definitions = await definitionsAsking({ assessment });
  const certifications = definitions.map(({ id, title }) => ({ id, title }));
  const test = stepKey({ assessment });
  const steps = definitions.flatMap(({ requirements }) =>
    /* What can be done instead of the test does not go with it. */
    requirements.flatMap((each) =>
      "anyOf" in each && each.of.some((step) => stepKey(step) === test) ? [] : leavesOf([each]),
    ),
  );
  const { facts } = await findOwnSteps(
    actor,
    steps.filter((step) => "course" in step),
  );
  const courses = [...new Set(steps.map(stepKey))].flatMap((key): CourseBeside[] => {
    const course = facts.get(key);
    if (!course?.available) return [];
    const { slug, title, evidence, started } = course;
    const done = evidence.some((each) => each.kind === "course" && each.current);
    return [{ slug, title, state: done ? "completed" : started ? "in-progress" : "not-started" }];
  });
  return { certifications, courses };
}

async function definitionsAsking(step: CertificationStep) {
  const revisions = await db.$queryRaw<{ id: string; definition: string }[]>`
    SELECT r."id", r."definition"
    FROM "Certification" c JOIN "CertificationRevision" r ON r."id" = c."currentRevisionId"
    WHERE c."archivedAt" IS NULL
    ORDER BY c."title", c."id"`;
  return revisions
    .map(({ id, definition }) => readDefinition(id, definition))
    .filter(({ requirements }) => leavesOf(requirements).some((leaf) => stepKey(leaf) === stepKey(step)));
}
