/** One record with everything that proves it, checked again at this moment. */
import { ZodError } from "zod";
import { parseBody } from "~/features/ledger/check-record";
import { Findings } from "~/features/ledger/findings";
import { entryProof } from "~/features/ledger/ledger-queries.server";
import { verifyRecords } from "~/features/ledger/verify-records.server";
import type { Actor } from "~/features/people/actor";
import { db } from "~/platform/db/client.server";
import { NotFound } from "~/platform/errors";
import { sha256 } from "~/platform/ids.server";
import { requireAuditReader } from "./audit-policy";
import { appealEvidence } from "./appeal-evidence.server";
import { awardEvidence } from "./award-evidence.server";
import { courseEvidence, type Opened } from "./course-evidence.server";
import type { LedgerEvidence, PinnedHash, RecordEvidence } from "./record-evidence";
import { signOffEvidence } from "./sign-off-evidence.server";
import { testEvidence } from "./test-evidence.server";

const RECORD_ID = /^[\w-]{1,64}$/;

/** @throws NotFound when there is none, or it is not open to the actor */
export async function findRecord(actor: Actor, id: string, opened: Opened = null): Promise<RecordEvidence> {
  requireAuditReader(actor);
  /* PostgreSQL would refuse an address that holds a NUL, and not as "not found". */
  if (!RECORD_ID.test(id)) throw new NotFound("record");
  const record = await db.evidenceRecord.findUnique({ where: { id }, select: columns });
  if (!record) throw new NotFound("record");
  const { document, clauses, actorId, ...facts } = record;
  const [actorName, { proof, pinned }, ledger] = await Promise.all([
    nameOf(actorId),
    proofOf(record, opened, actor.personId),
    ledgerEvidence(id),
  ]);
  return {
    facts: { ...facts, clauses: clauses.map(({ clause }) => clause), actorName },
    proof,
    document,
    documentHash: sha256(document),
    pinned,
    ledger,
  };
}

const columns = {
  id: true,
  kind: true,
  outcome: true,
  personId: true,
  personName: true,
  employeeNumber: true,
  teamName: true,
  regionName: true,
  jobRoleName: true,
  title: true,
  edition: true,
  standard: true,
  score: true,
  validFrom: true,
  validUntil: true,
  occurredAt: true,
  recordedAt: true,
  actorId: true,
  awardId: true,
  reason: true,
  document: true,
  clauses: { orderBy: { clause: "asc" }, select: { clause: true } },
} as const;

interface Documented {
  readonly id: string;
  readonly kind: string;
  readonly personId: string;
  readonly awardId: string | null;
  readonly occurredAt: Date;
  readonly document: string;
}

/** A document that cannot be read as its kind is shown as text: the page must open for whatever was recorded. */
async function proofOf(
  { id, kind, personId, awardId, occurredAt, document }: Documented,
  opened: Opened,
  readerId: string,
): Promise<{ proof: RecordEvidence["proof"]; pinned: readonly PinnedHash[] }> {
  try {
    if (kind === "course-completed") return await courseEvidence(JSON.parse(document), opened);
    if (kind.startsWith("test-")) return await testEvidence(readerId, JSON.parse(document));
    if (kind.startsWith("appeal-"))
      return { proof: await appealEvidence(personId, JSON.parse(document)), pinned: [] };
    if (kind.startsWith("sign-off-")) return await signOffEvidence(JSON.parse(document));
    if (awardId !== null) return await awardEvidence({ id, kind, awardId, occurredAt });
  } catch (error) {
    if (!(error instanceof ZodError) && !(error instanceof SyntaxError)) throw error;
  }
  return { proof: null, pinned: [] };
}

async function ledgerEvidence(id: string): Promise<LedgerEvidence> {
  const entry = await entryProof(id);
  const body = parseBody(entry.body);
  if (!body) return { entry, differences: ["The ledger entry cannot be read."], erased: false };
  const findings = new Findings();
  const counts = { erased: 0, searched: 0 };
  await verifyRecords([id], new Map([[id, body]]), counts, findings);
  return { entry, differences: findings.listed.map(({ message }) => message), erased: counts.erased > 0 };
}

async function nameOf(personId: string | null): Promise<string | null> {
  if (personId === null) return null;
  const person = await db.person.findUnique({ where: { id: personId }, select: { name: true } });
  return person?.name ?? personId;
}
