/**
 * Where a certification demands it, what was earned is put to somebody who neither trained nor examined the person
 * (ISO/IEC 17024:2012, 9.3: who decides on certification has not taken part in examination or training).
 */
import { lockPerson } from "~/features/people/lock-people.server";
import { now } from "~/platform/clock.server";
import { transaction, type Prisma, type Tx } from "~/platform/db/client.server";
import { env } from "~/platform/env.server";
import { newId, sha256 } from "~/platform/ids.server";
import { enqueue } from "~/platform/outbox.server";
import { deciderAddresses } from "~/features/people/staff-addresses.server";
import type { Earned } from "../find-earned.server";
import { involvedIn, type PutEvidence } from "./involved.server";

/**
 * Once for the same evidence, however often and from how many places it is called. It takes the place of what is open for
 * other evidence: of several, only the one that counts now could still be awarded.
 */
export async function putToDecision(personId: string, earned: Earned): Promise<void> {
  const { definition, revisionId } = earned;
  const evidence = evidenceOf(earned);
  const evidenceKey = keyOf(evidence);
  const of = { personId, certificationId: definition.id };
  await transaction(async (tx) => {
    await lockPerson(tx, personId);
    if ((await tx.award.count({ where: of })) > earned.awardsBefore) return;
    const place = { ...of, evidenceKey };
    const there = await tx.awardDecision.findUnique({
      where: { personId_certificationId_evidenceKey: place },
      select: { id: true, state: true },
    });
    await supersede(tx, { ...of, evidenceKey: { not: evidenceKey } });
    if (there && there.state !== "superseded") return;
    const id = there?.id ?? newId();
    /* It counts again, such as after a newer result was taken back. */
    if (there)
      await tx.awardDecision.update({
        where: { id },
        data: { state: "open", decidedAt: null },
        select: { id: true },
      });
    else
      await tx.awardDecision.create({
        data: {
          id,
          ...place,
          revisionId,
          evidence: JSON.stringify(evidence),
          askedAt: now(),
          state: "open",
        },
        select: { id: true },
      });
    const { name } = await tx.person.findUniqueOrThrow({ where: { id: personId }, select: { name: true } });
    const involved = await involvedIn(tx, evidence);
    for (const to of await deciderAddresses(tx, personId, [...involved]))
      await enqueue(tx, "email", {
        to,
        subject: `A decision waits: ${definition.title} for ${name}`,
        text: [
          `${name} has met everything that ${definition.title} asks for. Somebody who neither trained nor examined them decides whether it is awarded.`,
          `Look at the evidence and decide:\n${env.BASE_URL}/decisions/${id}`,
        ].join("\n\n"),
      });
  });
}

/** Closes what is open of these and decided by nobody, because something else counts. */
export async function supersede(tx: Tx, which: Prisma.AwardDecisionWhereInput): Promise<void> {
  await tx.awardDecision.updateMany({
    where: { ...which, state: "open" },
    data: { state: "superseded", decidedAt: now() },
  });
}

export function evidenceOf({ evidence }: Earned): PutEvidence[] {
  return evidence.map(({ kind, slug, at, recordId }) => ({
    kind,
    slug,
    at: at.toISOString(),
    record: recordId,
  }));
}

export function keyOf(evidence: readonly PutEvidence[]): string {
  return sha256(JSON.stringify(evidence.map(({ record }) => record).sort()));
}
