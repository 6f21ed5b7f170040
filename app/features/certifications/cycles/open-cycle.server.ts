/** A person's run at a certification. There is one at a time: it ends with its award or with an end of its own. */
import { now } from "~/platform/clock.server";
import type { Tx } from "~/platform/db/client.server";
import { newId } from "~/platform/ids.server";

type CycleCause = "required" | "renewal" | "assigned" | "chosen" | "earned";

interface Cycle {
  readonly id: string;
  readonly number: number;
  readonly openedAt: Date;
}

interface NewCycle {
  readonly personId: string;
  readonly certificationId: string;
  readonly cause: CycleCause;
  readonly openedAt: Date;
  /** Of one that somebody asks for. */
  readonly asked?: { readonly assignedById: string; readonly reason: string; readonly dueAt: Date };
}

/** The open cycle, or a new one. Of two that open one at once, one fails with a unique violation. */
export async function openCycle(tx: Tx, cycle: NewCycle): Promise<Cycle> {
  const latest = await latestCycle(tx, cycle);
  return latest && isOpen(latest) ? latest : newCycle(tx, cycle, latest);
}

export function newCycle(
  tx: Tx,
  { asked, ...cycle }: NewCycle,
  latest: { readonly number: number } | null,
): Promise<Cycle> {
  const data = { id: newId(), number: (latest?.number ?? 0) + 1, recordedAt: now(), ...cycle, ...asked };
  return tx.cycle.create({ data, select: { id: true, number: true, openedAt: true } });
}

export function latestCycle(tx: Tx, of: { readonly personId: string; readonly certificationId: string }) {
  return tx.cycle.findFirst({
    where: { personId: of.personId, certificationId: of.certificationId },
    orderBy: { number: "desc" },
    select: {
      id: true,
      number: true,
      openedAt: true,
      cause: true,
      award: { select: { id: true } },
      end: { select: { cycleId: true } },
    },
  });
}

export function isOpen(cycle: { award: { id: string } | null; end: { cycleId: string } | null }): boolean {
  return !cycle.award && !cycle.end;
}

/** It came to no award. @param actorId null where nobody decided it */
export async function endCycle(
  tx: Tx,
  end: { readonly cycleId: string; readonly actorId: string | null; readonly reason: string },
): Promise<void> {
  await tx.cycleEnd.create({ data: { ...end, at: now() }, select: { cycleId: true } });
}
