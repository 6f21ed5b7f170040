import { canonicalJson, type JsonObject } from "~/platform/canonical-json";
import { now } from "~/platform/clock.server";
import type { Tx } from "~/platform/db/client.server";
import type { Blueprint } from "./blueprint";

export interface Audience {
  readonly jobRoles: readonly string[];
  readonly regions: readonly string[];
}

interface InForce {
  readonly revisionId: string;
  readonly blueprint: Blueprint;
  readonly audience: Audience;
}

/** Makes a revision the one that new attempts are drawn from. Attempts that are open keep theirs. */
export async function putInForce(tx: Tx, assessmentId: string, next: InForce): Promise<void> {
  const { revisionId, blueprint, audience } = next;
  const known = await tx.assessmentRevision.findUnique({ where: { id: revisionId }, select: { id: true } });
  if (!known) {
    const number = (await tx.assessmentRevision.count({ where: { assessmentId } })) + 1;
    const data = { id: revisionId, assessmentId, number, publishedAt: now() };
    await tx.assessmentRevision.create({
      data: { ...data, blueprint: canonicalJson(blueprint as unknown as JsonObject) },
      select: { id: true },
    });
  }
  await tx.assessment.update({
    where: { id: assessmentId },
    data: {
      title: blueprint.title,
      summary: blueprint.summary,
      currentRevisionId: revisionId,
      archivedAt: null,
    },
    select: { id: true },
  });
  await tx.assessmentAudience.deleteMany({ where: { assessmentId } });
  await tx.assessmentAudience.createMany({
    data: audienceRows(audience).map((row) => ({ assessmentId, ...row })),
  });
}

export function audienceRows({ jobRoles, regions }: Audience) {
  return [
    ...jobRoles.map((value) => ({ dimension: "job-role", value })),
    ...regions.map((value) => ({ dimension: "region", value })),
  ];
}
