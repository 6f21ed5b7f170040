/** One certificate, for those who may open it. */
import { z } from "zod";
import { may, type Actor } from "~/features/people/actor";
import { now } from "~/platform/clock.server";
import { db, sqlList } from "~/platform/db/client.server";
import { NotFound } from "~/platform/errors";
import { type AwardRoles, awardOptions } from "./award-actors.server";
import { timelineOf } from "./award-timeline";
import { certificateAddress } from "./certificate-address.server";
import { readDefinition } from "./certification-definition";
import { findAwards } from "./certification-facts.server";
import { awardStanding, isRenewed } from "./certification-rules";
import { requireOpenTo } from "./open-to.server";

const pinned = z.object({ evidence: z.array(z.object({ record: z.string() })) });

/** @throws NotFound when there is no such certificate, or it is not the actor's to see */
export async function certificatePage(actor: Actor, awardId: string) {
  const t = now();
  const award = await findCertificate(actor, awardId);
  const { personId, certificationId } = award;
  const [awards, records] = await Promise.all([
    findAwards({ personIds: [personId] }, t, certificationId),
    findRecords(awardId),
  ]);
  const facts = awards.find(({ id }) => id === awardId)!;
  const standing = awardStanding(facts, { effective: t, known: t });
  if (!standing) throw new NotFound("certificate");
  const standings = awards.flatMap((each) => awardStanding(each, { effective: t, known: t }) ?? []);
  const granted = records.find(({ kind }) => kind === "award-granted");
  const evidenceIds = granted
    ? pinned.parse(JSON.parse(granted.document)).evidence.map(({ record }) => record)
    : [];
  const definition = readDefinition(award.revisionId, award.definition);
  return {
    id: awardId,
    code: award.code,
    address: certificateAddress(award.code),
    holderName: award.holderName,
    personId,
    own: personId === actor.personId,
    auditing: may(actor, "auditor"),
    administering: may(actor, "admin"),
    mayChange: awardOptions(actor, award.roles, facts, award).any,
    proposedRevocation: award.proposalId !== null,
    title: definition.title,
    edition: definition.edition,
    summary: definition.summary,
    standard: definition.standard ?? null,
    certificationId,
    asOf: t,
    state: standing.state,
    validFrom: standing.validFrom,
    validUntil: standing.validUntil,
    /* What has been renewed is not renewed again. */
    renewalOpensAt: isRenewed(standing, standings) ? null : standing.renewalOpensAt,
    stoppedAt: standing.stoppedAt,
    recordId: granted?.id ?? null,
    checkpointSize: granted?.checkpointSize ?? null,
    timeline: timelineOf(awards, t),
    reasons: Object.fromEntries(
      records.flatMap(({ eventKey, reason }) => (eventKey && reason ? [[eventKey, reason]] : [])),
    ),
    evidence: await findEvidence(evidenceIds),
  };
}

interface CertificateRow {
  personId: string;
  certificationId: string;
  revisionId: string;
  holderName: string;
  code: string;
  definition: string;
  proposalId: string | null;
  proposedById: string | null;
}

/** @throws NotFound when there is no such certificate, or it is not the actor's to see */
export async function findCertificate(
  actor: Actor,
  id: string,
): Promise<CertificateRow & { roles: AwardRoles }> {
  const [award] = await db.$queryRaw<CertificateRow[]>`
    SELECT a."personId", a."certificationId", a."revisionId", a."holderName", a."code", r."definition",
           proposal."id" AS "proposalId", proposal."proposedById"
    FROM "Award" a
    JOIN "CertificationRevision" r ON r."id" = a."revisionId"
    LEFT JOIN "AwardProposal" proposal ON proposal."openKey" = a."id"
    WHERE a."id" = ${id}`;
  if (!award) throw new NotFound("certificate");
  return { ...award, roles: await requireOpenTo(actor, award.personId, "certificate") };
}

interface RecordRow {
  id: string;
  kind: string;
  reason: string | null;
  document: string;
  /** As in the timeline: the award and the number of the event. */
  eventKey: string | null;
  checkpointSize: number | null;
}

async function findRecords(awardId: string): Promise<RecordRow[]> {
  const rows = await db.$queryRaw<(Omit<RecordRow, "eventKey"> & { number: number | null })[]>`
    SELECT r."id", r."kind", r."reason", r."document", e."number",
           (SELECT MIN(c."size") FROM "LedgerCheckpoint" c WHERE c."size" > leaf."index") AS "checkpointSize"
    FROM "EvidenceRecord" r
    LEFT JOIN "LedgerLeaf" leaf ON leaf."entryId" = r."id"
    LEFT JOIN "AwardEvent" e ON e."id" = r."id"
    WHERE r."awardId" = ${awardId}
    ORDER BY r."recordedAt", r."id"`;
  return rows.map(({ number, checkpointSize, ...row }) => ({
    ...row,
    eventKey: number === null ? null : `${awardId} ${number}`,
    checkpointSize: checkpointSize === null ? null : Number(checkpointSize),
  }));
}

interface EvidenceRow {
  id: string;
  kind: string;
  title: string;
  edition: string;
  occurredAt: Date;
  score: number | null;
  signOffId: string | null;
  /** Of a certificate of somebody else: where it is kept, and since when it counts no more. */
  externalId: string | null;
  revokedAt: Date | null;
}

async function findEvidence(ids: readonly string[]): Promise<EvidenceRow[]> {
  if (ids.length === 0) return [];
  return db.$queryRaw<EvidenceRow[]>`
    SELECT r."id", r."kind", r."title", r."edition", r."occurredAt", r."score", s."id" AS "signOffId",
           d."certificateId" AS "externalId", gone."at" AS "revokedAt"
    FROM "EvidenceRecord" r
    LEFT JOIN "SignOff" s ON s."recordId" = r."id"
    LEFT JOIN "ExternalDecision" d ON d."id" = r."id"
    LEFT JOIN "ExternalDecision" gone ON gone."certificateId" = d."certificateId" AND gone."kind" = 'revoked'
    WHERE r."id" IN (${sqlList([...ids])}) ORDER BY r."occurredAt", r."id"`;
}
