import { db, transaction } from "~/platform/db/client.server";
import { enqueue, type Topics } from "~/platform/outbox.server";
import { awardEarned } from "./award-earned.server";
import { allSteps, readDefinition } from "./certification-definition";

const PEOPLE_A_MESSAGE = 100;

/**
 * After a certification came or changed: grants it to everyone who has met it already, a page of people a message. Safe
 * to run again from any page.
 */
export async function awardAllEarned({
  certificationId,
  after,
}: Topics["certification-changed"]): Promise<void> {
  const { courseIds, assessmentIds, ...kinds } = await stepsOf(certificationId);
  const people = await db.evidenceRecord.groupBy({
    by: ["personId"],
    where: {
      personId: { gt: after },
      OR: [
        { kind: "course-completed", courseId: { in: courseIds } },
        {
          kind: { in: ["test-submitted", "test-marked", "test-regraded"] },
          outcome: "passed",
          assessmentId: { in: assessmentIds },
        },
        /* Of whichever checklist, statement or certificate: a record does not say, and looking at a person too many does no harm. */
        ...(kinds.signOffs ? [{ kind: "sign-off-acknowledged", outcome: "met" }] : []),
        ...(kinds.statements ? [{ kind: "statement-accepted" }] : []),
        ...(kinds.certificates ? [{ kind: "external-certificate-decided", outcome: "accepted" }] : []),
      ],
    },
    orderBy: { personId: "asc" },
    take: PEOPLE_A_MESSAGE,
  });
  for (const { personId } of people) await awardEarned(personId);
  const last = people.at(-1);
  if (last && people.length === PEOPLE_A_MESSAGE)
    await transaction((tx) =>
      enqueue(tx, "certification-changed", { certificationId, after: last.personId }),
    );
}

interface CountingSteps {
  readonly courseIds: string[];
  readonly assessmentIds: string[];
  readonly signOffs: boolean;
  readonly statements: boolean;
  readonly certificates: boolean;
}

/**
 * What counts towards it now, and towards what asks for it to be held first: that may wait for what counts as this one.
 * Nothing does for one that has been withdrawn meanwhile.
 */
async function stepsOf(certificationId: string): Promise<CountingSteps> {
  const revisions = await db.$queryRaw<{ id: string; definition: string }[]>`
    SELECT r."id", r."definition"
    FROM "Certification" c JOIN "CertificationRevision" r ON r."id" = c."currentRevisionId"
    WHERE c."archivedAt" IS NULL`;
  const steps = revisions
    .map(({ id, definition }) => readDefinition(id, definition))
    .filter(({ id, prerequisites }) => id === certificationId || prerequisites?.includes(certificationId))
    .flatMap(allSteps);
  const named = (slugs: string[]) => ({ where: { slug: { in: slugs } }, select: { id: true } });
  const [courses, assessments] = await Promise.all([
    db.course.findMany(named(steps.flatMap((step) => ("course" in step ? step.course : [])))),
    db.assessment.findMany(named(steps.flatMap((step) => ("assessment" in step ? step.assessment : [])))),
  ]);
  return {
    courseIds: courses.map(({ id }) => id),
    assessmentIds: assessments.map(({ id }) => id),
    signOffs: steps.some((step) => "signOff" in step),
    statements: steps.some((step) => "statement" in step),
    certificates: steps.some((step) => "certificate" in step),
  };
}
