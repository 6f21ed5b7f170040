import { isUniqueViolation } from "~/platform/db/unique-violation";
/** Revoking and reinstating are new rows beside the award, which itself never changes. */
import { record } from "~/features/ledger/record.server";
import type { Actor } from "~/features/people/actor";
import { requireAdministrator } from "~/features/people/people-policy";
import { subjectAt } from "~/features/people/subject-at.server";
import { now } from "~/platform/clock.server";
import { transaction, type Tx } from "~/platform/db/client.server";
import { Conflict, Invalid, NotFound } from "~/platform/errors";
import { newId } from "~/platform/ids.server";
import { enqueue } from "~/platform/outbox.server";
import { readDefinition } from "./certification-definition";

export interface AwardChange {
  readonly awardId: string;
  readonly reason: string;
  /** From when it counts; now unless given. */
  readonly effectiveAt?: Date | undefined;
}

interface AwardNow {
  readonly id: string;
  readonly personId: string;
  readonly validFrom: Date;
  readonly validUntil: Date | null;
  readonly revoked: boolean;
  /** When the last event took effect: the next one may not come before it. */
  readonly lastEffectiveAt: Date;
}

export interface Transition {
  readonly kind: "revoked" | "reinstated";
  /** @throws Conflict when the award is not in a state from which this can happen */
  readonly check: (award: AwardNow, effectiveAt: Date) => void;
  readonly mail: (title: string, reason: string) => { subject: string; text: string };
}

const LONGEST_REASON = 1_000;

/** @returns the id of the event, which is the id of its evidence record too */
export async function changeAward(
  actor: Actor,
  change: AwardChange,
  transition: Transition,
): Promise<string> {
  requireAdministrator(actor);
  const reason = change.reason.trim();
  if (reason.length === 0) throw invalid("reason", "Write why. The reason stays with the record.");
  if (reason.length > LONGEST_REASON)
    throw invalid("reason", `Keep the reason under ${LONGEST_REASON} characters.`);
  try {
    return await transaction((tx) => write(tx, actor, { ...change, reason }, transition));
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new Conflict(
      "award-changed",
      "Someone else changed this certificate at the same moment. Look at it again.",
    );
  }
}

async function write(
  tx: Tx,
  actor: Actor,
  change: AwardChange,
  { kind, check, mail }: Transition,
): Promise<string> {
  const award = await tx.award.findUnique({
    where: { id: change.awardId },
    select: {
      id: true,
      personId: true,
      certificationId: true,
      revisionId: true,
      validFrom: true,
      validUntil: true,
      revision: { select: { definition: true } },
      events: {
        orderBy: { number: "asc" },
        select: { number: true, kind: true, effectiveAt: true, validFrom: true, validUntil: true },
      },
    },
  });
  if (!award) throw new NotFound("certificate");
  const t = now();
  const effectiveAt = change.effectiveAt ?? t;
  const corrected = award.events.findLast((event) => event.kind === "corrected");
  const last = award.events.findLast((event) => event.kind !== "corrected");
  const validFrom = corrected?.validFrom ?? award.validFrom;
  const standing: AwardNow = {
    id: award.id,
    personId: award.personId,
    validFrom,
    validUntil: corrected ? corrected.validUntil : award.validUntil,
    revoked: last?.kind === "revoked",
    lastEffectiveAt: last?.effectiveAt ?? validFrom,
  };
  if (effectiveAt > t) throw invalid("effectiveAt", "Use today or an earlier date.");
  check(standing, effectiveAt);
  if (effectiveAt < standing.lastEffectiveAt)
    throw invalid(
      "effectiveAt",
      "Use a date on or after the day the certificate was awarded or last changed.",
    );

  const id = newId();
  const number = (award.events.at(-1)?.number ?? 0) + 1;
  const { reason } = change;
  await tx.awardEvent.create({
    data: {
      id,
      awardId: award.id,
      number,
      kind,
      effectiveAt,
      recordedAt: t,
      actorId: actor.personId,
      reason,
    },
    select: { id: true },
  });
  const definition = readDefinition(award.revisionId, award.revision.definition);
  await record(tx, {
    id,
    kind: `award-${kind}`,
    outcome: kind,
    subject: await subjectAt(tx, award.personId, effectiveAt),
    actorId: actor.personId,
    reason,
    occurredAt: effectiveAt,
    title: definition.title,
    edition: definition.edition,
    certificationId: award.certificationId,
    awardId: award.id,
    ...(definition.standard ? { standard: definition.standard } : {}),
    clauses: definition.clauses,
    validFrom: standing.validFrom,
    ...(standing.validUntil ? { validUntil: standing.validUntil } : {}),
    document: {
      awardId: award.id,
      event: kind,
      number,
      certification: award.certificationId,
      certificationRevision: award.revisionId,
      effectiveAt: effectiveAt.toISOString(),
    },
  });
  const { email } = await tx.person.findUniqueOrThrow({
    where: { id: award.personId },
    select: { email: true },
  });
  await enqueue(tx, "email", { to: email, ...mail(definition.title, reason) });
  return id;
}

function invalid(field: string, message: string): Invalid {
  return new Invalid("award-change", message, { [field]: [message] });
}
