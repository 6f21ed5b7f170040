/** One certificate, for those who may open it. */
import { z } from "zod";
import { may, type Actor } from "~/features/people/actor";
import { inForce } from "~/features/people/as-of.server";
import { now } from "~/platform/clock.server";
import { db, sql, sqlList } from "~/platform/db/client.server";
import { NotFound } from "~/platform/errors";
import { timelineOf } from "./award-timeline";
import { certificateAddress } from "./certificate-address.server";
import { mayOpenCertificate } from "./certificate-policy";
import { readDefinition } from "./certification-definition";
import { findAwards } from "./certification-facts.server";
import { awardStanding } from "./certification-rules";

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
  const standing = awardStanding(
    awards.find(({ id }) => id === awardId)!,
    { effective: t, known: t },
  );
  if (!standing) throw new NotFound("certificate");
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
    /* An auditor looks on; whoever else may open it may do something about it. */
    mayChange:
      personId === actor.personId
        ? ["valid", "grace", "suspended"].includes(standing.state)
        : may(actor, "admin") || !may(actor, "auditor"),
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
    renewalOpensAt: standing.renewalOpensAt,
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
}

/** @throws NotFound when there is no such certificate, or it is not the actor's to see */
export async function findCertificate(actor: Actor, id: string): Promise<CertificateRow> {
  const [award] = await db.$queryRaw<CertificateRow[]>`
    SELECT a."personId", a."certificationId", a."revisionId", a."holderName", a."code", r."definition",
           proposal."id" AS "proposalId"
    FROM "Award" a LEFT JOIN "AwardProposal" proposal ON proposal."openKey" = a."id" JOIN "CertificationRevision" r ON r."id" = a."revisionId"
    WHERE a."id" = ${id}`;
  if (!award) throw new NotFound("certificate");
  if (mayOpenCertificate(actor, { personId: award.personId, teamIds: [] })) return award;
  const teamIds = may(actor, "manager") ? await findTeamIds(award.personId) : [];
  if (!mayOpenCertificate(actor, { personId: award.personId, teamIds })) throw new NotFound("certificate");
  return award;
}

async function findTeamIds(personId: string): Promise<string[]> {
  const t = now();
  const rows = await db.$queryRaw<{ teamId: string }[]>`
    SELECT member."teamId" FROM "Assignment" member
    WHERE member."personId" = ${personId} AND member."kind" = 'team-member'
      AND ${inForce(sql`member`, { effective: t, known: t })}`;
  return rows.map(({ teamId }) => teamId);
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
}

async function findEvidence(ids: readonly string[]): Promise<EvidenceRow[]> {
  if (ids.length === 0) return [];
  return db.$queryRaw<EvidenceRow[]>`
    SELECT r."id", r."kind", r."title", r."edition", r."occurredAt", r."score" FROM "EvidenceRecord" r
    WHERE r."id" IN (${sqlList([...ids])}) ORDER BY r."occurredAt", r."id"`;
}
