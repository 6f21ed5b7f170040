/**
 * Requirements from content/roles/*.yaml. A row is never edited: what has changed is superseded, so that what was
 * required on a past day, as known then or as known now, can still be asked. What has no rules in force yet is
 * required from the day on which its first ones are.
 */
import { z } from "zod";
import { now } from "~/platform/clock.server";
import type { ContentFinding } from "~/platform/content-finding";
import { db, transaction, type Tx } from "~/platform/db/client.server";
import { newId } from "~/platform/ids.server";
import { readYamlFolder, type Find } from "./read-yaml-folder.server";

const requirement = z.object({
  certification: z.string().min(1),
  clause: z.string().min(1).optional(),
  dueDays: z.int().min(0).max(3_650),
  why: z.string().trim().min(1),
});
const roleFile = z.object({
  id: z.string().min(1),
  accountabilities: z.array(z.object({ id: z.string().min(1), requires: z.array(requirement).default([]) })),
});
type RoleFile = z.output<typeof roleFile>;

interface Wanted {
  jobRoleId: string;
  accountabilityId: string;
  clause: string | null;
  certificationId: string;
  dueDays: number;
  why: string;
}

export async function syncRequirements(root: string): Promise<ContentFinding[]> {
  const { names, files, findings } = await readYamlFolder(root, "roles", roleFile);
  const known = await findKnown();
  for (const { name, value, find } of files) {
    const unknown = findUnknown(value, known, find);
    findings.push(...unknown);
    if (unknown.length === 0 && value.id === name)
      await transaction((tx) => replace(tx, name, wantedOf(value), known.comingFrom));
  }
  if (!names) return findings;
  const gone = await db.requirement.findMany({
    where: { jobRoleId: { notIn: [...names] }, supersededAt: null, heldUntil: null },
    distinct: ["jobRoleId"],
    select: { jobRoleId: true },
  });
  for (const { jobRoleId } of gone) await transaction((tx) => replace(tx, jobRoleId, [], known.comingFrom));
  return findings;
}

/** From when the first rules of a certification will be in force, of those that have none yet. */
type ComingFrom = ReadonlyMap<string, Date>;

async function findKnown() {
  const [certifications, accountabilities] = await Promise.all([
    db.$queryRaw<{ id: string; comingFrom: Date | null }[]>`
      SELECT c."id", first."inForceFrom" AS "comingFrom"
      FROM "Certification" c
      LEFT JOIN "CertificationRevision" first ON first."id" = c."nextRevisionId" AND c."currentRevisionId" IS NULL
      WHERE c."archivedAt" IS NULL`,
    db.accountability.findMany({ where: { retiredAt: null }, select: { id: true } }),
  ]);
  const ids = (rows: { id: string }[]) => new Set(rows.map(({ id }) => id));
  const comingFrom: ComingFrom = new Map(
    certifications.flatMap(({ id, comingFrom: from }) => (from ? [[id, from]] : [])),
  );
  return { certifications: ids(certifications), accountabilities: ids(accountabilities), comingFrom };
}

function findUnknown(
  file: RoleFile,
  known: Awaited<ReturnType<typeof findKnown>>,
  find: Find,
): ContentFinding[] {
  return file.accountabilities.flatMap(({ id, requires }, duty) => {
    if (requires.length > 0 && !known.accountabilities.has(id))
      return find(
        ["accountabilities", duty, "id"],
        `The accountability ${id} was not read.`,
        "Mend this file first.",
      );
    return requires.flatMap(({ certification }, index) => {
      if (known.certifications.has(certification)) return [];
      const at = ["accountabilities", duty, "requires", index, "certification"];
      const advice =
        "Use the id of a file in certifications/. Until then, what was last read from this file stays in force.";
      return find(at, `There is no certification ${certification}.`, advice);
    });
  });
}

function wantedOf({ id, accountabilities }: RoleFile): Wanted[] {
  return accountabilities.flatMap((duty) =>
    duty.requires.map(({ certification, clause = null, dueDays, why }) => ({
      jobRoleId: id,
      accountabilityId: duty.id,
      clause,
      certificationId: certification,
      dueDays,
      why,
    })),
  );
}

const keyOf = (row: Omit<Wanted, "dueDays" | "why">) =>
  [row.jobRoleId, row.accountabilityId, row.clause, row.certificationId].join(" ");

async function replace(
  tx: Tx,
  jobRoleId: string,
  wanted: readonly Wanted[],
  comingFrom: ComingFrom,
): Promise<void> {
  const t = now();
  /* Of two processes that start at once, PostgreSQL makes the second wait here and then see what the first wrote. */
  await tx.$executeRaw`UPDATE "Certification" SET "title" = "title"`;
  const current = await tx.requirement.findMany({
    where: { jobRoleId, supersededAt: null, heldUntil: null },
    select: {
      id: true,
      jobRoleId: true,
      accountabilityId: true,
      clause: true,
      certificationId: true,
      dueDays: true,
      why: true,
      heldFrom: true,
      recordedAt: true,
    },
  });
  const wantedByKey = new Map(wanted.map((row) => [keyOf(row), row]));
  const currentByKey = new Map(current.map((row) => [keyOf(row), row]));
  /* Nothing is required before there are rules to meet. */
  const soonest = (id: string) => later(t, comingFrom.get(id) ?? t);

  for (const row of current) {
    const next = wantedByKey.get(keyOf(row));
    const { id, heldFrom, recordedAt, ...held } = row;
    const coming = comingFrom.get(row.certificationId);
    const waits = (heldFrom > t && heldFrom > recordedAt) || (coming !== undefined && heldFrom < coming);
    const from = waits ? soonest(row.certificationId) : heldFrom;
    const same = next && next.dueDays === row.dueDays && next.why === row.why;
    if (same && from.getTime() === heldFrom.getTime()) continue;
    await tx.requirement.updateMany({ where: { id, supersededAt: null }, data: { supersededAt: t } });
    /* Less time counts from today, so that nobody is late overnight; better words or more time count from the start. */
    const startsAnew = !next || next.dueDays < row.dueDays;
    if (startsAnew && !waits && heldFrom < t) await add(tx, { ...held, heldFrom, heldUntil: t });
    const since = startsAnew ? soonest(row.certificationId) : from;
    if (next) await add(tx, { ...next, heldFrom: since, heldUntil: null });
  }
  for (const row of wanted)
    if (!currentByKey.has(keyOf(row)))
      await add(tx, { ...row, heldFrom: soonest(row.certificationId), heldUntil: null });
}

function later(a: Date, b: Date): Date {
  return a > b ? a : b;
}

async function add(tx: Tx, row: Wanted & { heldFrom: Date; heldUntil: Date | null }): Promise<void> {
  await tx.requirement.create({ data: { id: newId(), recordedAt: now(), ...row }, select: { id: true } });
}
