import type { Actor } from "~/features/people/actor";
import type { Prisma } from "~/platform/db/client.server";

/** Assessments that the actor may begin: in use, and for their job role and region. */
export function assessmentVisibleTo(
  actor: Pick<Actor, "jobRoleIds" | "regionId">,
): Prisma.AssessmentWhereInput {
  return {
    archivedAt: null,
    currentRevisionId: { not: null },
    AND: [
      addressedTo("job-role", actor.jobRoleIds),
      addressedTo("region", actor.regionId === null ? [] : [actor.regionId]),
    ],
  };
}

/** No row of a dimension means everyone in that dimension. */
function addressedTo(dimension: string, values: readonly string[]): Prisma.AssessmentWhereInput {
  return {
    OR: [
      { audience: { none: { dimension } } },
      { audience: { some: { dimension, value: { in: [...values] } } } },
    ],
  };
}
