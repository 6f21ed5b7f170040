import { supervisedBy } from "~/features/people/supervision.server";
import type { Actor } from "~/features/people/actor";
import { type db, sql, type Tx } from "~/platform/db/client.server";
import { NotFound } from "~/platform/errors";
import { stateOf } from "./external-rules";

interface Row {
  personId: string;
  personName: string;
  timeZone: string;
  certificationTitle: string;
  reviewable: boolean | number;
}

const columns = {
  id: true,
  stepId: true,
  title: true,
  certificationId: true,
  issuer: true,
  number: true,
  issuedOn: true,
  expiresOn: true,
  fileHash: true,
  fileName: true,
  mediaType: true,
  bytes: true,
  sentAt: true,
  decisions: {
    orderBy: { number: "asc" },
    select: {
      id: true,
      number: true,
      kind: true,
      at: true,
      actorId: true,
      reason: true,
      issuedOn: true,
      expiresOn: true,
    },
  },
} as const;

export type FoundExternal = Awaited<ReturnType<typeof findExternal>>;

/** For whoever asks, with what they are to it: who may not see it is turned away by the caller. @throws NotFound */
export async function findExternal(reader: typeof db | Tx, actor: Actor, id: string) {
  /* One after the other, because within a transaction there is one connection. */
  const certificate = await reader.externalCertificate.findUnique({ where: { id }, select: columns });
  const [holder] = await reader.$queryRaw<Row[]>`
    SELECT x."personId", p."name" AS "personName", p."timeZone",
           c."title" AS "certificationTitle",
           CASE WHEN ${supervisedBy(actor, sql`x."personId"`)} THEN TRUE ELSE FALSE END AS "reviewable"
    FROM "ExternalCertificate" x
    JOIN "Person" p ON p."id" = x."personId"
    JOIN "Certification" c ON c."id" = x."certificationId"
    WHERE x."id" = ${id}`;
  if (!certificate || !holder) throw new NotFound("certificate");
  return {
    ...certificate,
    ...holder,
    own: holder.personId === actor.personId,
    reviewable: Boolean(holder.reviewable),
    state: stateOf(certificate.decisions),
  };
}

/** @throws NotFound for the holder and for whoever may not check this person's */
export async function findReviewable(tx: Tx, actor: Actor, id: string): Promise<FoundExternal> {
  const found = await findExternal(tx, actor, id);
  if (!found.reviewable) throw new NotFound("certificate");
  return found;
}
