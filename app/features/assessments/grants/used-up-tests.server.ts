import type { Actor } from "~/features/people/actor";
import { now } from "~/platform/clock.server";
import { db, type Tx } from "~/platform/db/client.server";
import { blueprintsOf } from "../blueprints/blueprints.server";
import { assessmentVisibleTo } from "../sitting/assessment-policy.server";
import { pastAttempt, pastAttemptColumns } from "../sitting/past-attempt.server";
import { granteeOf, type Grantee } from "./grantee.server";
import { usedUp } from "./used-up";

export interface UsedUpTest {
  readonly assessmentId: string;
  readonly title: string;
  /** How many a fresh set has. */
  readonly attempts: number;
  /** When a fresh set opens by itself; null when none does. */
  readonly nextAt: Date | null;
  readonly last: { readonly submittedAt: Date; readonly score: number | null };
}

/** @throws NotFound when the actor may grant this person nothing */
export async function usedUpTests(actor: Actor, personId: string): Promise<UsedUpTest[]> {
  return findUsedUp(db, await granteeOf(actor, personId));
}

export async function findUsedUp(
  reader: typeof db | Tx,
  grantee: Grantee,
  assessmentId?: string,
): Promise<UsedUpTest[]> {
  const { personId } = grantee;
  const rows = await reader.assessment.findMany({
    where: {
      ...assessmentVisibleTo(grantee),
      attempts: { some: { personId } },
      ...(assessmentId === undefined ? {} : { id: assessmentId }),
    },
    orderBy: [{ title: "asc" }, { id: "asc" }],
    select: {
      id: true,
      title: true,
      currentRevisionId: true,
      attempts: { where: { personId }, select: pastAttemptColumns },
    },
  });
  const blueprints = await blueprintsOf(
    rows.flatMap((row) => row.currentRevisionId ?? []),
    reader,
  );
  const at = now();
  const tests = rows.flatMap(({ id, title, currentRevisionId, attempts }) => {
    const blueprint = blueprints.get(currentRevisionId ?? "");
    return blueprint ? [{ id, title, blueprint, past: attempts.map(pastAttempt) }] : [];
  });
  /* Only few are used up before grants are looked at, and most people have none of them. */
  const candidates = tests.filter(({ past, blueprint }) => usedUp(past, blueprint, at, []));
  if (candidates.length === 0) return [];
  const grants = await reader.attemptGrant.findMany({
    where: { personId, assessmentId: { in: candidates.map(({ id }) => id) } },
    select: { assessmentId: true, recordedAt: true },
  });
  return candidates.flatMap(({ id, title, blueprint, past }) => {
    const own = grants.flatMap((grant) => (grant.assessmentId === id ? [grant.recordedAt] : []));
    const standing = usedUp(past, blueprint, at, own);
    if (!standing) return [];
    const { score, submittedAt } = standing.last!;
    return [
      {
        assessmentId: id,
        title,
        attempts: blueprint.attempts.max,
        nextAt: standing.nextAt,
        last: { submittedAt: submittedAt!, score },
      },
    ];
  });
}
