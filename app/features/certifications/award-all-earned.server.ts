import { db, transaction } from "~/platform/db/client.server";
import { enqueue, type Topics } from "~/platform/outbox.server";
import { awardEarned } from "./award-earned.server";

const PEOPLE_A_MESSAGE = 100;

/**
 * After a certification came or changed: grants it to everyone who has met it already, a page of people a message. Safe
 * to run again from any page.
 */
export async function awardAllEarned({
  certificationId,
  after,
}: Topics["certification-changed"]): Promise<void> {
  const people = await db.evidenceRecord.groupBy({
    by: ["personId"],
    where: {
      personId: { gt: after },
      OR: [
        { kind: "course-completed", outcome: "completed" },
        { kind: "test-submitted", outcome: "passed" },
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
