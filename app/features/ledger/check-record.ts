/** Compares an evidence record with the entry that was made of it. Pure. */
import { z } from "zod";
import { canonicalJson, type JsonValue } from "~/platform/canonical-json";
import { actorCommitment, committed, openPart, type Commitment } from "./entry-body";
import type { EvidenceColumns } from "./evidence";

export interface EntryColumns {
  readonly id: string;
  readonly type: string;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
  readonly body: string;
}

const bodySchema = z.object({
  format: z.string(),
  id: z.string(),
  type: z.string(),
  occurredAt: z.string(),
  recordedAt: z.string(),
  subject: z.string(),
  actor: z.string().nullable(),
  payload: z.object({
    outcome: z.string(),
    courseId: z.string().nullable(),
    assessmentId: z.string().nullable(),
    certificationId: z.string().nullable(),
    awardId: z.string().nullable(),
    standard: z.string().nullable(),
    clauses: z.array(z.string()),
    holder: z.string(),
    details: z.string(),
    document: z.string(),
  }),
});
export type EntryBody = z.output<typeof bodySchema>;

export function parseBody(body: string): EntryBody | null {
  try {
    return bodySchema.parse(JSON.parse(body));
  } catch {
    return null;
  }
}

export function checkEntryColumns(entry: EntryColumns, body: EntryBody): string[] {
  return differences("The entry's", [
    ["id", entry.id, body.id],
    ["type", entry.type, body.type],
    ["time of occurrence", isoOf(entry.occurredAt), body.occurredAt],
    ["time of recording", isoOf(entry.recordedAt), body.recordedAt],
  ]);
}

/** The columns that stand in the entry as they are. */
export function checkOpenPart(
  record: EvidenceColumns,
  clauses: readonly string[],
  body: EntryBody,
): string[] {
  const { payload, ...open } = openPart(record, clauses);
  const sealed = body.payload;
  return differences("The record's", [
    ["format", open.format, body.format],
    ["kind", open.type, body.type],
    ["time of occurrence", open.occurredAt, body.occurredAt],
    ["time of recording", open.recordedAt, body.recordedAt],
    ["outcome", payload.outcome, sealed.outcome],
    ["course", payload.courseId, sealed.courseId],
    ["assessment", payload.assessmentId, sealed.assessmentId],
    ["certification", payload.certificationId, sealed.certificationId],
    ["award", payload.awardId, sealed.awardId],
    ["standard", payload.standard, sealed.standard],
    ["list of clauses", payload.clauses, sealed.clauses],
  ]);
}

const SALTED: readonly [Exclude<Commitment, "subject">, string][] = [
  ["holder", "The name, employee number, team, region or job role in the record was changed."],
  ["details", "The title, edition, score, validity, actor or reason in the record was changed."],
  ["document", "The evidence document of the record was changed."],
];

/** The columns about the person, which only their salt can prove. */
export function checkSaltedPart(record: EvidenceColumns, body: EntryBody, salt: Buffer): string[] {
  /* With the salt of someone else nothing fits, and saying so four times would not help. */
  if (committed("subject", record, salt) !== body.subject)
    return ["The record names another person than was recorded, or the person's salt was changed."];
  return SALTED.filter(([purpose]) => committed(purpose, record, salt) !== body.payload[purpose]).map(
    ([, message]) => message,
  );
}

export function checkActor(
  record: EvidenceColumns,
  body: EntryBody,
  actorSalt: Buffer | undefined,
): string[] {
  const erased = record.actorId !== null && body.actor !== null && !actorSalt;
  if (erased || actorCommitment(record, actorSalt ?? null) === body.actor) return [];
  return ["The record names another actor than was recorded, or the actor's salt was changed."];
}

function differences(what: string, compared: [string, JsonValue, JsonValue][]): string[] {
  return compared
    .map(([name, found, sealed]) => [name, canonicalJson(found), canonicalJson(sealed)])
    .filter(([, found, sealed]) => found !== sealed)
    .map(([name, found, sealed]) => `${what} ${name} is ${found}, but ${sealed} was recorded.`);
}

/** A date that SQL has made unreadable is a difference, not a crash. */
function isoOf(date: Date): string {
  return Number.isNaN(date.getTime()) ? "unreadable" : date.toISOString();
}
