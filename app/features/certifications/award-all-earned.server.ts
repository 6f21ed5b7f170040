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
  const { courseIds, assessmentIds, signOffs } = await stepsOf(certificationId);
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
        /* Of whichever checklist: a record does not say, and looking at a person too many does no harm. */
        ...(signOffs ? [{ kind: "sign-off-acknowledged", outcome: "met" }] : []),
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

/** What counts towards it now. Nothing does for one that has been withdrawn meanwhile. */
async function stepsOf(
  certificationId: string,
): Promise<{ courseIds: string[]; assessmentIds: string[]; signOffs: boolean }> {
  const [revision] = await db.$queryRaw<{ id: string; definition: string }[]>`
    SELECT r."id", r."definition"
    FROM "Certification" c JOIN "CertificationRevision" r ON r."id" = c."currentRevisionId"
    WHERE c."id" = ${certificationId} AND c."archivedAt" IS NULL`;
  if (!revision) return { courseIds: [], assessmentIds: [], signOffs: false };
  const steps = allSteps(readDefinition(revision.id, revision.definition));
  const named = (slugs: string[]) => ({ where: { slug: { in: slugs } }, select: { id: true } });
  const [courses, assessments] = await Promise.all([
    db.course.findMany(named(steps.flatMap((step) => ("course" in step ? step.course : [])))),
    db.assessment.findMany(named(steps.flatMap((step) => ("assessment" in step ? step.assessment : [])))),
  ]);
  return {
    courseIds: courses.map(({ id }) => id),
    assessmentIds: assessments.map(({ id }) => id),
    signOffs: steps.some((step) => "signOff" in step),
  };
}
