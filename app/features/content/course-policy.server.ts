import type { Actor } from "~/features/people/actor";
import type { Prisma } from "~/platform/db/client.server";

/** Published, not archived, and in the audience or the actor's own. The same rule as audience-rules.ts, for the database. */
export function courseVisibleTo(actor: Actor): Prisma.CourseWhereInput {
  const reaches = (dimension: string, values: readonly string[]): Prisma.CourseWhereInput => ({
    OR: [
      { audience: { none: { dimension } } },
      { audience: { some: { dimension, value: { in: [...values] } } } },
    ],
  });
  return {
    archivedAt: null,
    currentRevisionId: { not: null },
    OR: [
      { ownerId: actor.personId },
      {
        AND: [
          reaches("job-role", actor.jobRoleIds),
          reaches("region", actor.regionId ? [actor.regionId] : []),
        ],
      },
    ],
  };
}
