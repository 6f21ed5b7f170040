/** Checks evidence records and their clauses against what the entries committed to. */
import { db } from "~/platform/db/client.server";
import { checkActor, checkOpenPart, checkSaltedPart, type EntryBody } from "./check-record";
import { commitment } from "./entry-body";
import type { EvidenceColumns } from "./evidence";
import type { Findings } from "./findings";
import { readDespiteDamage } from "./read-despite-damage.server";
import { allSalts, saltsOf } from "./salts.server";

const SALT_PAGE = 5_000;

const recordColumns = {
  id: true,
  kind: true,
  outcome: true,
  personId: true,
  personName: true,
  employeeNumber: true,
  teamId: true,
  teamName: true,
  regionId: true,
  regionName: true,
  jobRoleId: true,
  jobRoleName: true,
  courseId: true,
  assessmentId: true,
  certificationId: true,
  awardId: true,
  standard: true,
  title: true,
  edition: true,
  score: true,
  validFrom: true,
  validUntil: true,
  occurredAt: true,
  recordedAt: true,
  actorId: true,
  reason: true,
  document: true,
} as const;

interface Sealed {
  readonly record: EvidenceColumns;
  readonly body: EntryBody;
}

/** @returns how many records belong to persons without a salt, who are taken for erased. */
export async function verifyRecords(
  ids: readonly string[],
  bodies: ReadonlyMap<string, EntryBody>,
  findings: Findings,
): Promise<number> {
  const unreadable = new Set<string>();
  const records = await readDespiteDamage(
    ids,
    (keys) => db.evidenceRecord.findMany({ where: { id: { in: [...keys] } }, select: recordColumns }),
    (id) => {
      unreadable.add(id);
      findings.add(id, "The evidence record has a value that cannot be read.");
    },
  );
  const found = new Map(records.map((record) => [record.id, record]));
  for (const id of ids)
    if (!found.has(id) && !unreadable.has(id)) findings.add(id, "The entry has no evidence record.");

  const clauses = await clausesOf(ids);
  const salts = await saltsOf(records.flatMap(({ personId, actorId }) => (actorId ? [personId, actorId] : [personId])));
  const orphans: Sealed[] = [];
  for (const record of records) {
    const body = bodies.get(record.id);
    if (!body) continue;
    const salt = salts.get(record.personId);
    if (!salt) orphans.push({ record, body });
    for (const message of checkRecord({ record, body }, clauses.get(record.id) ?? [], salt, salts))
      findings.add(record.id, message);
  }
  const moved = await findMoved(orphans);
  for (const id of moved) findings.add(id, "The record names a person without a salt, but was made with another's.");
  return orphans.length - moved.size;
}

function checkRecord(
  { record, body }: Sealed,
  clauses: readonly string[],
  salt: Buffer | undefined,
  salts: ReadonlyMap<string, Buffer>,
): string[] {
  try {
    const salted = salt ? checkSaltedPart(record, body, salt) : [];
    const actorSalt = record.actorId === null ? undefined : salts.get(record.actorId);
    return [...checkOpenPart(record, clauses, body), ...salted, ...checkActor(record, body, actorSalt)];
  } catch (error) {
    /* A date or number that no portal ever wrote: it has no canonical form. */
    if (error instanceof RangeError || error instanceof TypeError)
      return ["The evidence record has a value that cannot be read."];
    throw error;
  }
}

async function clausesOf(ids: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await readDespiteDamage(
    ids,
    (keys) =>
      db.evidenceClause.findMany({ where: { recordId: { in: [...keys] } }, select: { recordId: true, clause: true } }),
    /* Its clauses are then missing from the comparison, which is reported. */
    () => {},
  );
  const clauses = new Map<string, string[]>();
  for (const { recordId, clause } of rows) {
    const list = clauses.get(recordId);
    if (list) list.push(clause);
    else clauses.set(recordId, [clause]);
  }
  return clauses;
}

/**
 * A person without a salt was erased, or the record was moved to a made-up person to look so. In the second case the
 * salt that it was made with still exists and fits.
 */
async function findMoved(orphans: readonly Sealed[]): Promise<Set<string>> {
  const moved = new Set<string>();
  if (orphans.length === 0) return moved;
  for await (const salts of allSalts(SALT_PAGE))
    for (const { record, body } of orphans)
      for (const [personId, salt] of salts) {
        const fits = (id: string) => commitment(salt, record.id, "subject", id) === body.subject;
        if (fits(personId) || fits(record.personId)) moved.add(record.id);
      }
  return moved;
}
