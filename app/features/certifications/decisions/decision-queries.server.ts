/** What waits for a decision, for those who may decide it, and one of it with its evidence. */
import { may, type Actor } from "~/features/people/actor";
import { maySupervise, supervisedBy } from "~/features/people/supervision.server";
import { now } from "~/platform/clock.server";
import { db, sql, sqlList, type Prisma } from "~/platform/db/client.server";
import { NotFound } from "~/platform/errors";
import { awardRoles } from "../award-actors.server";
import { readDefinition } from "../certification-definition";
import { mayDecideAward } from "./decide-award.server";
import { involvedIn, readEvidence } from "./involved.server";

const PAGE = 50;

export interface WaitingDecision {
  readonly id: string;
  readonly personName: string;
  readonly title: string;
  readonly askedAt: Date;
}

/** Decisions d about people p: of the actor's teams, or everybody's for an administrator. Nothing is decided about who has left. */
export function awardsToDecide(actor: Actor): Prisma.Sql {
  return sql`"AwardDecision" d JOIN "Person" p ON p."id" = d."personId" AND d."state" = 'open'
    AND (p."leftAt" IS NULL OR p."leftAt" > ${now()}) AND ${supervisedBy(actor, sql`d."personId"`)}`;
}

/**
 * What waits longest first.
 * @param after the id of the last one shown
 */
export async function waitingDecisions(actor: Actor, after: string | null) {
  if (!maySupervise(actor)) throw new NotFound();
  /* Ids rise with time, so their order is that of asking. */
  const from = after === null ? sql`` : sql`WHERE d."id" > ${after}`;
  const rows = await db.$queryRaw<WaitingDecision[]>`
    SELECT d."id", p."name" AS "personName", c."title", d."askedAt"
    FROM ${awardsToDecide(actor)}
    JOIN "Certification" c ON c."id" = d."certificationId"
    ${from} ORDER BY d."id" LIMIT ${PAGE + 1}`;
  const shown = rows.slice(0, PAGE);
  return { decisions: shown, next: rows.length > PAGE ? shown.at(-1)!.id : null };
}

interface EvidenceRow {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly edition: string;
  readonly occurredAt: Date;
  readonly score: number | null;
}

/** @throws NotFound for whom it is not open; those who trained or examined may look, and read why they may not decide */
export async function decisionPage(actor: Actor, decisionId: string) {
  const decision = await db.awardDecision.findUnique({ where: { id: decisionId } });
  if (!decision) throw new NotFound("decision");
  const roles = await awardRoles(actor, decision.personId);
  if (roles.holder || !(roles.manager || roles.administrator)) throw new NotFound("decision");
  const evidence = readEvidence(decision.evidence);
  const involved = await involvedIn(db, evidence);
  const [records, people, revision] = await Promise.all([
    db.$queryRaw<EvidenceRow[]>`
      SELECT r."id", r."kind", r."title", r."edition", r."occurredAt", r."score" FROM "EvidenceRecord" r
      WHERE r."id" IN (${sqlList(["", ...evidence.map(({ record }) => record)])})
      ORDER BY r."occurredAt", r."id"`,
    db.person.findMany({
      where: { id: { in: [decision.personId, decision.decidedById ?? "", ...involved] } },
      orderBy: { name: "asc" },
      select: { id: true, name: true, leftAt: true },
    }),
    db.certificationRevision.findUniqueOrThrow({
      where: { id: decision.revisionId },
      select: { definition: true },
    }),
  ]);
  const nameOf = (id: string | null) => people.find((person) => person.id === id)?.name ?? null;
  const { leftAt } = people.find(({ id }) => id === decision.personId)!;
  const hasLeft = leftAt !== null && leftAt <= now();
  const { title, edition } = readDefinition(decision.revisionId, revision.definition);
  return {
    id: decision.id,
    personName: nameOf(decision.personId)!,
    certificationId: decision.certificationId,
    title,
    edition,
    askedAt: decision.askedAt,
    state: decision.state as "open" | "granted" | "refused" | "superseded",
    decidedBy: nameOf(decision.decidedById),
    decidedAt: decision.decidedAt,
    reason: decision.reason,
    evidence: records,
    involved: people.filter(({ id }) => involved.has(id)).map(({ name }) => name),
    hasLeft,
    mayDecide: decision.state === "open" && !hasLeft && mayDecideAward(actor, roles, involved),
    auditing: may(actor, "auditor"),
  };
}
