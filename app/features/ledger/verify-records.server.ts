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

/** Which person a record names, where that person has no salt, and what the entry committed to instead. */
interface Unproved {
  readonly entryId: string;
  readonly purpose: "subject" | "actor";
  readonly named: string;
  readonly sealed: string;
}

/** Looking through all salts for one record is slow, and erased persons may have many. */
const SEARCHES = 2_000;

/** What is carried from batch to batch. */
export interface RecordCounts {
  erased: number;
  searched: number;
}

export async function verifyRecords(
  ids: readonly string[],
  bodies: ReadonlyMap<string, EntryBody>,
  counts: RecordCounts,
  findings: Findings,
): Promise<void> {
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
  const salts = await saltsOf(
    records.flatMap(({ personId, actorId }) => (actorId ? [personId, actorId] : [personId])),
  );
  const unproved: Unproved[] = [];
  for (const record of records) {
    const body = bodies.get(record.id);
    if (!body) continue;
    for (const message of checkRecord(record, body, clauses.get(record.id) ?? [], salts))
      findings.add(record.id, message);
    const { id: entryId, personId, actorId } = record;
    if (!salts.has(personId))
      unproved.push({ entryId, purpose: "subject", named: personId, sealed: body.subject });
    if (actorId !== null && body.actor !== null && !salts.has(actorId))
      unproved.push({ entryId, purpose: "actor", named: actorId, sealed: body.actor });
  }
  const moved = await findMoved(unproved.slice(0, SEARCHES - counts.searched));
  counts.searched += Math.min(unproved.length, SEARCHES - counts.searched);
  for (const { entryId, purpose } of unproved) {
    if (moved.has(`${entryId}|${purpose}`))
      findings.add(entryId, `The record names ${ROLE[purpose]} without a salt, but was made with another's.`);
    else if (purpose === "subject") counts.erased += 1;
  }
}

const ROLE = { subject: "a person", actor: "an actor" };

function checkRecord(
  record: EvidenceColumns,
  body: EntryBody,
  clauses: readonly string[],
  salts: ReadonlyMap<string, Buffer>,
): string[] {
  try {
    const salt = salts.get(record.personId);
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
      db.evidenceClause.findMany({
        where: { recordId: { in: [...keys] } },
        select: { recordId: true, clause: true },
      }),
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
 * A person without a salt was erased, or the record, or the salt, was moved to a made-up person to look so. In the
 * second case the salt that the record was made with still exists and fits.
 */
async function findMoved(unproved: readonly Unproved[]): Promise<Set<string>> {
  const moved = new Set<string>();
  if (unproved.length === 0) return moved;
  for await (const salts of allSalts(SALT_PAGE))
    for (const { entryId, purpose, named, sealed } of unproved)
      for (const [personId, salt] of salts)
        if ([personId, named].some((id) => commitment(salt, entryId, purpose, id) === sealed))
          moved.add(`${entryId}|${purpose}`);
  return moved;
}
