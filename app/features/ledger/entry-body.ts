/**
 * The body of a ledger entry: what goes into the tree about a record. It has ids of public things, and commitments to
 * everything about a person: keyed hashes that mean nothing to who has not the person's salt.
 * docs/decisions/0002-ledger.md describes it for outsiders; a change of it needs a new format number.
 */
import { createHmac } from "node:crypto";
import { canonicalJson, type JsonObject } from "~/platform/canonical-json";
import type { EvidenceColumns } from "./evidence";

export const ENTRY_FORMAT = "attest-entry/1";

/** Keyed with the salt of the person; entry id and purpose keep equal values from having equal commitments. */
export function commitment(salt: Buffer, entryId: string, purpose: string, value: string): string {
  return createHmac("sha256", salt).update(`${entryId}|${purpose}|${value}`).digest("hex");
}

/** What each commitment of a record is made over. */
const COMMITTED = {
  subject: (record: EvidenceColumns) => record.personId,
  holder: (record: EvidenceColumns) =>
    canonicalJson({
      personName: record.personName,
      employeeNumber: record.employeeNumber,
      teamId: record.teamId,
      teamName: record.teamName,
      regionId: record.regionId,
      regionName: record.regionName,
      jobRoleId: record.jobRoleId,
      jobRoleName: record.jobRoleName,
    }),
  details: (record: EvidenceColumns) =>
    canonicalJson({
      title: record.title,
      edition: record.edition,
      score: record.score,
      validFrom: record.validFrom?.toISOString() ?? null,
      validUntil: record.validUntil?.toISOString() ?? null,
      actorId: record.actorId,
      reason: record.reason,
    }),
  document: (record: EvidenceColumns) => record.document,
} as const;

export type Commitment = keyof typeof COMMITTED;

export function committed(purpose: Commitment, record: EvidenceColumns, salt: Buffer): string {
  return commitment(salt, record.id, purpose, COMMITTED[purpose](record));
}

export function actorCommitment(record: EvidenceColumns, actorSalt: Buffer | null): string | null {
  if (record.actorId === null || actorSalt === null) return null;
  return commitment(actorSalt, record.id, "actor", record.actorId);
}

/** The part of the body that can be checked without any salt. */
export function openPart(record: EvidenceColumns, clauses: readonly string[]) {
  return {
    format: ENTRY_FORMAT,
    id: record.id,
    type: record.kind,
    occurredAt: record.occurredAt.toISOString(),
    recordedAt: record.recordedAt.toISOString(),
    payload: {
      outcome: record.outcome,
      courseId: record.courseId,
      assessmentId: record.assessmentId,
      certificationId: record.certificationId,
      awardId: record.awardId,
      standard: record.standard,
      clauses: [...clauses].sort(),
    },
  } as const;
}

export function entryBody(
  record: EvidenceColumns,
  clauses: readonly string[],
  salts: { subject: Buffer; actor: Buffer | null },
): string {
  const { payload, ...open } = openPart(record, clauses);
  const body: JsonObject = {
    ...open,
    subject: committed("subject", record, salts.subject),
    actor: actorCommitment(record, salts.actor),
    payload: {
      ...payload,
      holder: committed("holder", record, salts.subject),
      details: committed("details", record, salts.subject),
      document: committed("document", record, salts.subject),
    },
  };
  return canonicalJson(body);
}
