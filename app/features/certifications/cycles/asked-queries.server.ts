/** What is asked of one person beyond the job role, and what can be. */
import type { Actor } from "~/features/people/actor";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { findAwards } from "../certification-facts.server";
import { cycleOpening } from "../certification-rules";
import { requireStaff } from "./require-staff.server";

const PAST_RUNS = 50;

/** @throws NotFound for people whom the actor neither manages nor administers, and for themselves */
export async function askedPage(actor: Actor, personId: string) {
  const t = now();
  const { id, name, manager } = await requireStaff(actor, personId);
  const [runs, awards, certifications] = await Promise.all([
    findAskedRuns(personId),
    findAwards({ personIds: [personId] }, t),
    db.certification.findMany({
      where: { archivedAt: null, currentRevisionId: { not: null } },
      orderBy: [{ title: "asc" }, { id: "asc" }],
      select: { id: true, title: true },
    }),
  ]);
  const taken = new Set(runs.flatMap(({ open, certificationId }) => (open ? certificationId : [])));
  const closed = (id: string) =>
    cycleOpening(
      awards.filter((award) => award.certificationId === id),
      t,
    ) === "closed";
  return {
    person: { id, name },
    manager,
    open: runs.filter(({ open }) => open),
    past: runs.filter(({ open }) => !open),
    askable: certifications.filter(({ id }) => !taken.has(id) && !closed(id)),
  };
}

export interface AskedRun {
  readonly id: string;
  readonly certificationId: string;
  readonly title: string;
  readonly openedAt: Date;
  readonly dueAt: Date;
  readonly reason: string;
  readonly askedBy: string;
  readonly awardId: string | null;
  readonly endedAt: Date | null;
  readonly endReason: string | null;
  readonly open: boolean;
}

/** The newest first. */
async function findAskedRuns(personId: string): Promise<AskedRun[]> {
  const rows = await db.$queryRaw<Omit<AskedRun, "open">[]>`
    SELECT cy."id", cy."certificationId", c."title", cy."openedAt", cy."dueAt", cy."reason", boss."name" AS "askedBy",
           a."id" AS "awardId", done."at" AS "endedAt", done."reason" AS "endReason"
    FROM "Cycle" cy
    JOIN "Certification" c ON c."id" = cy."certificationId"
    JOIN "Person" boss ON boss."id" = cy."assignedById"
    LEFT JOIN "Award" a ON a."cycleId" = cy."id"
    LEFT JOIN "CycleEnd" done ON done."cycleId" = cy."id"
    WHERE cy."personId" = ${personId} AND cy."cause" = 'assigned'
    ORDER BY cy."openedAt" DESC, cy."id" DESC LIMIT ${PAST_RUNS}`;
  return rows.map((row) => ({ ...row, open: !row.awardId && !row.endedAt }));
}
