/**
 * A definition becomes a revision, in force at once or from its date. What was awarded by an earlier one stays as it is.
 * A definition that returns to an earlier wording is a revision of its own, so that their numbers say what followed what.
 */
import { canonicalJson } from "~/platform/canonical-json";
import { now } from "~/platform/clock.server";
import { isUniqueViolation } from "~/platform/db/unique-violation";
import { db, transaction, type Tx } from "~/platform/db/client.server";
import { sha256 } from "~/platform/ids.server";
import { enqueue } from "~/platform/outbox.server";
import { type CertificationDefinition, readDefinition } from "./certification-definition";

interface Wording {
  readonly definition: CertificationDefinition;
  readonly text: string;
  readonly inForceFrom: Date | null;
  /** It is in force from a day to come. */
  readonly later: boolean;
}

export async function publishCertification(definition: CertificationDefinition): Promise<void> {
  const inForceFrom = definition.inForceFrom ? new Date(`${definition.inForceFrom}T00:00:00Z`) : null;
  const later = inForceFrom !== null && inForceFrom > now();
  const wording = { definition, text: canonicalJson(definition), inForceFrom, later };
  const there = await findPublished(db, definition.id);
  if (there && !there.archivedAt && isPublished(wording, there)) return;
  const write = () => transaction((tx) => publish(tx, wording));
  /* Several processes may start at once with the same content: who comes second finds it done. */
  await write().catch(async (error: unknown) => {
    if (!isUniqueViolation(error)) throw error;
    await write();
  });
}

async function publish(tx: Tx, wording: Wording): Promise<void> {
  const { definition, text, later } = wording;
  const { id, title, summary } = definition;
  /* From here on nobody else publishes it. */
  await tx.certification.upsert({
    where: { id },
    create: { id, title, summary },
    update: { archivedAt: null },
    select: { id: true },
  });
  const there = (await findPublished(tx, id))!;
  if (!isPublished(wording, there)) {
    const comesAbout = !later && there.next === text;
    const revisionId = comesAbout ? there.nextId! : await addRevision(tx, wording);
    await tx.certification.update({
      where: { id },
      data: later ? { nextRevisionId: revisionId } : inForce(revisionId, definition),
      select: { id: true },
    });
    if (!later && there.currentId === null) await askedFromNowOn(tx, id);
  }
  if (!later) await enqueue(tx, "certification-changed", { certificationId: id, after: "" });
}

interface Published {
  readonly currentId: string | null;
  readonly current: string | null;
  readonly nextId: string | null;
  readonly next: string | null;
  /** Only whether it is there is asked. */
  readonly archivedAt: unknown;
}

async function findPublished(
  reader: typeof db | Tx,
  certificationId: string,
): Promise<Published | undefined> {
  const [found] = await reader.$queryRaw<Published[]>`
    SELECT c."currentRevisionId" AS "currentId", r."definition" AS "current", c."nextRevisionId" AS "nextId",
           coming."definition" AS "next", c."archivedAt"
    FROM "Certification" c
    LEFT JOIN "CertificationRevision" r ON r."id" = c."currentRevisionId"
    LEFT JOIN "CertificationRevision" coming ON coming."id" = c."nextRevisionId"
    WHERE c."id" = ${certificationId}`;
  return found;
}

/** What is in force at once also takes the place of what was to come. */
function isPublished({ text, later }: Wording, { current, nextId, next }: Published): boolean {
  return later ? next === text : current === text && nextId === null;
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

/** @returns its id: the hash of the definition, together with its number where the same wording was there before */
async function addRevision(tx: Tx, { definition, text, inForceFrom }: Wording): Promise<string> {
  const { id: certificationId, edition } = definition;
  const number = (await tx.certificationRevision.count({ where: { certificationId } })) + 1;
  const first = await tx.certificationRevision.count({ where: { id: sha256(text) } });
  const id = sha256(first === 0 ? text : canonicalJson({ definition, number }));
  const data = { id, certificationId, number, edition, definition: text, publishedAt: now(), inForceFrom };
  await tx.certificationRevision.create({ data, select: { id: true } });
  return id;
}

/** Nobody was asked for it while it had no rules. These rows have the trigger by which coverage is counted anew. */
async function askedFromNowOn(tx: Tx, certificationId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Requirement" SET "why" = "why"
    WHERE "certificationId" = ${certificationId} AND "supersededAt" IS NULL`;
}

/** Brings revisions into force whose date has come. Harmless when several processes do it at once. */
export async function bringIntoForce(): Promise<void> {
  const due = await db.$queryRaw<
    { id: string; certificationId: string; definition: string; currentId: string | null }[]
  >`
    SELECT r."id", c."id" AS "certificationId", r."definition", c."currentRevisionId" AS "currentId"
    FROM "Certification" c JOIN "CertificationRevision" r ON r."id" = c."nextRevisionId"
    WHERE c."archivedAt" IS NULL AND r."inForceFrom" <= ${now()}`;
  for (const { id, certificationId, definition, currentId } of due)
    await transaction(async (tx) => {
      const { count } = await tx.certification.updateMany({
        where: { id: certificationId, nextRevisionId: id },
        data: inForce(id, readDefinition(id, definition)),
      });
      if (count === 0) return;
      if (currentId === null) await askedFromNowOn(tx, certificationId);
      await enqueue(tx, "certification-changed", { certificationId, after: "" });
    });
}
