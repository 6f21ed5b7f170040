import type { Actor } from "~/features/people/actor";
import { db } from "~/platform/db/client.server";
import { NotFound } from "~/platform/errors";
import type { Blueprint } from "../blueprints/blueprint";
import { blueprintOf } from "../blueprints/blueprints.server";
import { requireOffice, runBy } from "../office/office-policy.server";

export interface RunTest {
  readonly id: string;
  readonly slug: string;
  readonly archived: boolean;
  /** Written here, so that its rules can be changed here. */
  readonly ofStudio: boolean;
  readonly revisionId: string;
  readonly blueprint: Blueprint;
}

/** A test that the actor runs, with the revision in force. @throws NotFound */
export async function findRunTest(actor: Actor, slug: string): Promise<RunTest> {
  requireOffice(actor);
  const test = await db.assessment.findFirst({
    where: { ...runBy(actor), slug, currentRevisionId: { not: null } },
    select: { id: true, archivedAt: true, ownerId: true, currentRevisionId: true },
  });
  if (!test?.currentRevisionId) throw new NotFound("test");
  const { id, archivedAt, ownerId, currentRevisionId: revisionId } = test;
  return {
    id,
    slug,
    archived: archivedAt !== null,
    ofStudio: ownerId !== null,
    revisionId,
    blueprint: await blueprintOf(revisionId),
  };
}
