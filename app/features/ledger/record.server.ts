/** Appends a fact: the evidence that people read and the entry that proves it, in the caller's transaction. */
import { now } from "~/platform/clock.server";
import { canonicalJson } from "~/platform/canonical-json";
import type { Tx } from "~/platform/db/client.server";
import { newId } from "~/platform/ids.server";
import { entryBody } from "./entry-body";
import type { EvidenceColumns, Fact } from "./evidence";
import { findOrCreateSalts, type Salts } from "./salts.server";

export type { Fact, Subject } from "./evidence";

/** @returns the id of the entry, which is also the id of the evidence record. */
export async function record(tx: Tx, fact: Fact): Promise<string> {
  const [id] = await recordAll(tx, [fact]);
  return id!;
}

/** The same for many facts, in as few statements as for one. */
export async function recordAll(tx: Tx, facts: readonly Fact[]): Promise<string[]> {
  const recordedAt = now();
  const rows = facts.map((fact) => ({ columns: columnsOf(fact, recordedAt), clauses: clausesOf(fact) }));
  const people = rows.flatMap(({ columns: { personId, actorId } }) =>
    actorId ? [personId, actorId] : [personId],
  );
  const salts = await findOrCreateSalts(tx, people);

  await tx.ledgerEntry.createMany({
    data: rows.map(({ columns, clauses }) => ({
      id: columns.id,
      type: columns.kind,
      occurredAt: columns.occurredAt,
      recordedAt,
      body: bodyOf(columns, clauses, salts),
    })),
  });
  await tx.evidenceRecord.createMany({ data: rows.map(({ columns }) => columns) });
  const clauseRows = rows.flatMap(({ columns, clauses }) =>
    clauses.map((clause) => ({ recordId: columns.id, clause })),
  );
  if (clauseRows.length > 0) await tx.evidenceClause.createMany({ data: clauseRows });
  await tx.unsealedEntry.createMany({
    data: rows.map(({ columns }) => ({ entryId: columns.id, recordedAt })),
  });
  return rows.map(({ columns }) => columns.id);
}

function bodyOf(columns: EvidenceColumns, clauses: readonly string[], salts: Salts): string {
  const actor = columns.actorId === null ? null : salts.get(columns.actorId)!;
  return entryBody(columns, clauses, { subject: salts.get(columns.personId)!, actor });
}

function clausesOf(fact: Fact): string[] {
  return [...new Set(fact.clauses)].sort();
}

function columnsOf(fact: Fact, recordedAt: Date): EvidenceColumns {
  const { subject } = fact;
  return {
    id: fact.id ?? newId(),
    kind: fact.kind,
    outcome: fact.outcome,
    personId: subject.personId,
    personName: subject.name,
    employeeNumber: subject.employeeNumber,
    teamId: subject.teamId,
    teamName: subject.teamName,
    regionId: subject.regionId,
    regionName: subject.regionName,
    jobRoleId: subject.jobRoleId,
    jobRoleName: subject.jobRoleName,
    courseId: fact.courseId ?? null,
    assessmentId: fact.assessmentId ?? null,
    certificationId: fact.certificationId ?? null,
    awardId: fact.awardId ?? null,
    standard: fact.standard ?? null,
    title: fact.title,
    edition: fact.edition,
    score: fact.score ?? null,
    validFrom: fact.validFrom ?? null,
    validUntil: fact.validUntil ?? null,
    occurredAt: fact.occurredAt,
    recordedAt,
    actorId: fact.actorId,
    reason: fact.reason ?? null,
    document: canonicalJson(fact.document),
  };
}
