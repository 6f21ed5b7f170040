import { isUniqueViolation } from "~/platform/db/unique-violation";
import { now } from "~/platform/clock.server";
import { db, transaction } from "~/platform/db/client.server";
import { findObligations } from "./certification-facts.server";
import { putToDecision } from "./decisions/put-to-decision.server";
import { findEarned } from "./find-earned.server";
import { grantAward } from "./grant-award.server";

/**
 * Grants what the person has now earned and returns the new awards' ids. Safe to call at any time, twice, or from
 * several places at once: a cycle has one number and one award, so one of them writes.
 */
export async function awardEarned(personId: string): Promise<string[]> {
  const person = await db.person.findUnique({ where: { id: personId }, select: { leftAt: true } });
  if (!person || (person.leftAt && person.leftAt <= now())) return [];

  const granted: string[] = [];
  /* Once more after each grant: it may be what another certification asks to be held first. */
  for (;;) {
    const more = await grantEarned(personId);
    if (more.length === 0) return granted;
    granted.push(...more);
  }
}

/** Grants what the person has now earned. @returns the first of what was granted since, here or by the background job */
export async function earnedSince(personId: string, since: Date): Promise<string | null> {
  await awardEarned(personId);
  const award = await db.award.findFirst({
    where: { personId, recordedAt: { gte: since } },
    orderBy: [{ recordedAt: "asc" }, { id: "asc" }],
    select: { id: true },
  });
  return award?.id ?? null;
}

async function grantEarned(personId: string): Promise<string[]> {
  const earned = await findEarned(personId);
  if (earned.length === 0) return [];
  const t = now();
  const obligations = await findObligations({ personIds: [personId] }, { effective: t, known: t });
  const granted: string[] = [];
  for (const each of earned) {
    if (each.definition.decision === "independent") {
      await putToDecision(personId, each);
      continue;
    }
    const duties = obligations.filter((duty) => duty.certificationId === each.definition.id);
    try {
      const awardId = await transaction((tx) => grantAward(tx, personId, each, duties));
      if (awardId) granted.push(awardId);
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
    }
  }
  return granted;
}
