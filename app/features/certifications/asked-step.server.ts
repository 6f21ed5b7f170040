/** What a certification asks of one person now: only that can be accepted or sent in for it. */
import { now } from "~/platform/clock.server";
import { db, type Tx } from "~/platform/db/client.server";
import { NotFound } from "~/platform/errors";
import {
  type CertificationStep,
  leavesOf,
  readDefinition,
  requirementsOf,
  stepKey,
} from "./certification-definition";
import { findAwards } from "./certification-facts.server";
import { cycleOpening, renewedAt } from "./certification-rules";

interface AskedFor {
  readonly certificationId: string;
  /** As `stepKey` says it. */
  readonly key: string;
}

/** @throws NotFound when the revision in force does not ask for it, in this run of the person */
export async function askedStep(personId: string, { certificationId, key }: AskedFor) {
  const t = now();
  const [[current], awards] = await Promise.all([
    db.$queryRaw<{ id: string; definition: string }[]>`
      SELECT r."id", r."definition"
      FROM "Certification" c JOIN "CertificationRevision" r ON r."id" = c."currentRevisionId"
      WHERE c."id" = ${certificationId} AND c."archivedAt" IS NULL`,
    findAwards({ personIds: [personId] }, t, certificationId),
  ]);
  if (!current) throw new NotFound("certification");
  const definition = readDefinition(current.id, current.definition);
  const step = leavesOf(requirementsOf(definition, renewedAt(awards, t).renewals)).find(
    (each: CertificationStep) => stepKey(each) === key,
  );
  if (!step) throw new NotFound("step");
  return { revisionId: current.id, definition, step, since: cycleOpening(awards, t) };
}

/** Whether what was read before the transaction still holds in it. */
export async function isInForce(tx: Tx, certificationId: string, revisionId: string): Promise<boolean> {
  const where = { id: certificationId, currentRevisionId: revisionId, archivedAt: null };
  return (await tx.certification.count({ where })) === 1;
}
