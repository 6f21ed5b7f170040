/** A definition becomes a revision, in force at once or from its date. What was awarded by an earlier one stays as it is. */
import { canonicalJson } from "~/platform/canonical-json";
import { now } from "~/platform/clock.server";
import { isUniqueViolation } from "~/platform/db/unique-violation";
import { db, transaction, type Tx } from "~/platform/db/client.server";
import { sha256 } from "~/platform/ids.server";
import { enqueue } from "~/platform/outbox.server";
import { type CertificationDefinition, readDefinition } from "./certification-definition";

export async function publishCertification(definition: CertificationDefinition): Promise<void> {
  const text = canonicalJson(definition);
  const revisionId = sha256(text);
  const { id, title, summary, edition } = definition;
  const inForceFrom = definition.inForceFrom ? new Date(`${definition.inForceFrom}T00:00:00Z`) : null;
  const later = inForceFrom !== null && inForceFrom > now();
  const there = await db.certification.findUnique({
    where: { id },
    select: { currentRevisionId: true, nextRevisionId: true, archivedAt: true },
  });
  const place = later ? "nextRevisionId" : "currentRevisionId";
  const supersedes = !later && there?.nextRevisionId;
  if (there?.[place] === revisionId && !there.archivedAt && !supersedes) return;
  const write = () =>
    transaction(async (tx) => {
      const shown = later ? { nextRevisionId: revisionId } : inForce(revisionId, definition);
      await tx.certification.upsert({
        where: { id },
        create: { id, title, summary, ...shown },
        update: { ...shown, archivedAt: null },
        select: { id: true },
      });
      if (!later) await enqueue(tx, "certification-changed", { certificationId: id, after: "" });
      await addRevision(tx, { id: revisionId, certificationId: id, edition, definition: text, inForceFrom });
    });
  /* Several processes may start at once with the same content: who comes second finds it done. */
  await write().catch(async (error: unknown) => {
    if (!isUniqueViolation(error)) throw error;
    await write();
  });
}

function inForce(revisionId: string, { title, summary, equivalents = [] }: CertificationDefinition) {
  return {
    title,
    summary,
    currentRevisionId: revisionId,
    nextRevisionId: null,
    equivalents: JSON.stringify(equivalents),
  };
}

interface NewRevision {
  id: string;
  certificationId: string;
  edition: string;
  definition: string;
  inForceFrom: Date | null;
}

/** A definition that returns to an earlier wording is that earlier revision again. */
async function addRevision(tx: Tx, revision: NewRevision): Promise<void> {
  const { id, certificationId } = revision;
  if (await tx.certificationRevision.findUnique({ where: { id }, select: { id: true } })) return;
  const number = (await tx.certificationRevision.count({ where: { certificationId } })) + 1;
  await tx.certificationRevision.create({
    data: { ...revision, number, publishedAt: now() },
    select: { id: true },
  });
}

/** Brings revisions into force whose date has come. Harmless when several processes do it at once. */
export async function bringIntoForce(): Promise<void> {
  const due = await db.$queryRaw<{ id: string; certificationId: string; definition: string }[]>`
    SELECT r."id", c."id" AS "certificationId", r."definition"
    FROM "Certification" c JOIN "CertificationRevision" r ON r."id" = c."nextRevisionId"
    WHERE c."archivedAt" IS NULL AND r."inForceFrom" <= ${now()}`;
  for (const { id, certificationId, definition } of due)
    await transaction(async (tx) => {
      const { count } = await tx.certification.updateMany({
        where: { id: certificationId, nextRevisionId: id },
        data: inForce(id, readDefinition(id, definition)),
      });
      if (count === 1) await enqueue(tx, "certification-changed", { certificationId, after: "" });
    });
}
