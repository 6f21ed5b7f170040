/** What happens to an award is a new row beside it and a record; the award itself never changes. */
import { record } from "~/features/ledger/record.server";
import { mailPerson } from "~/features/people/mail-person.server";
import { lastDayOf } from "~/features/people/calendar";
import { subjectAt } from "~/features/people/subject-at.server";
import { now } from "~/platform/clock.server";
import type { Tx } from "~/platform/db/client.server";
import { env } from "~/platform/env.server";
import { Invalid, NotFound } from "~/platform/errors";
import { newId } from "~/platform/ids.server";
import { enqueue } from "~/platform/outbox.server";
import { awardChangeMail } from "./award-change-mail";
import { type AwardChangeKind, awardNow, requirePossible } from "./award-transitions";
import { readDefinition } from "./certification-definition";
import { lastDayInWords } from "./date-words";

export interface AwardChange {
  readonly awardId: string;
  readonly reason: string;
  /** From when it counts; now unless given. */
  readonly effectiveAt?: Date | undefined;
  /** Of a correction. */
  readonly dates?: { readonly validFrom: Date; readonly validUntil: Date | null };
}

interface AwardEventToWrite extends AwardChange {
  readonly kind: AwardChangeKind;
  readonly actorId: string;
  readonly confirmedBy?: string;
}

const LONGEST_REASON = 1_000;

/** @throws Invalid when it is empty or too long */
export function reasonOf(text: string): string {
  const reason = text.trim();
  if (reason.length === 0) throw invalid("reason", "Write why. The reason stays with the record.");
  if (reason.length > LONGEST_REASON)
    throw invalid("reason", `Keep the reason under ${LONGEST_REASON} characters.`);
  return reason;
}

export async function findAwardNow(tx: Tx, awardId: string) {
  const award = await tx.award.findUnique({
    where: { id: awardId },
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
  return {
    ...awardNow(award, award.events),
    grantedUntil: award.validUntil,
    certificationId: award.certificationId,
    revisionId: award.revisionId,
    definition: readDefinition(award.revisionId, award.revision.definition),
    lastNumber: award.events.at(-1)?.number ?? 0,
  };
}
export type FoundAward = Awaited<ReturnType<typeof findAwardNow>>;

/** @throws Conflict when the state does not allow it, Invalid for a day that it may not have */
export function requireChange(kind: AwardChangeKind, award: FoundAward, change: AwardChange): Date {
  const t = now();
  const effectiveAt = change.effectiveAt ?? t;
  if (effectiveAt > t) throw invalid("effectiveAt", "Use today or an earlier date.");
  requirePossible(kind, award, effectiveAt);
  if (effectiveAt < award.lastEffectiveAt)
    throw invalid(
      "effectiveAt",
      "Use a date on or after the day the certificate was awarded or last changed.",
    );
  if (change.dates) requireCorrectable(award, change.dates, t);
  return effectiveAt;
}

/** One person corrects alone, so a correction neither ends what counts today, which takes two, nor gives time that was not earned. */
function requireCorrectable(
  { validUntil: until, grantedUntil }: FoundAward,
  { validFrom, validUntil }: NonNullable<AwardChange["dates"]>,
  t: Date,
): void {
  if (validFrom > t) throw invalid("validFrom", "Use today or an earlier date.");
  if (validUntil && validUntil <= validFrom) throw invalid("validUntil", "It has to end after it begins.");
  if (grantedUntil && (!validUntil || lastDayOf(validUntil, "UTC") > lastDayOf(grantedUntil, "UTC")))
    throw invalid(
      "validUntil",
      `It was awarded until ${lastDayInWords(grantedUntil)}, and a longer time has to be earned. Use that day or an earlier one.`,
    );
  if (validUntil && validUntil <= t && (!until || until > t))
    throw invalid(
      "validUntil",
      "That day is over, so the certificate would end at once. To end it, propose a revocation: a second person decides.",
    );
}

/** A day that is named again stands for the moment that it had, and none for one later than it was awarded until. */
function exactDates(
  { validUntil: until, grantedUntil }: FoundAward,
  { validFrom, validUntil }: NonNullable<AwardChange["dates"]>,
): NonNullable<AwardChange["dates"]> {
  if (!validUntil) return { validFrom, validUntil };
  const same = until !== null && lastDayOf(until, "UTC") === lastDayOf(validUntil, "UTC");
  const exact = same ? until : validUntil;
  return { validFrom, validUntil: grantedUntil && exact > grantedUntil ? grantedUntil : exact };
}

/**
 * Writes it and tells the holder. Of two at once, one fails with a unique violation.
 * @returns the id of the event, which is the id of its evidence record too
 */
export async function writeAwardEvent(tx: Tx, event: AwardEventToWrite): Promise<string> {
  const { kind, actorId, confirmedBy, reason } = event;
  const award = await findAwardNow(tx, event.awardId);
  const dates = event.dates && exactDates(award, event.dates);
  const effectiveAt = requireChange(kind, award, event);
  const id = newId();
  const number = award.lastNumber + 1;
  const { definition, certificationId, personId } = award;
  await tx.awardEvent.create({
    data: {
      id,
      awardId: award.id,
      number,
      kind,
      effectiveAt,
      recordedAt: now(),
      actorId,
      reason,
      ...dates,
      ...(confirmedBy ? { confirmedBy } : {}),
    },
    select: { id: true },
  });
  const { validFrom, validUntil } = dates ?? award;
  await record(tx, {
    id,
    kind: `award-${kind}`,
    outcome: kind,
    subject: await subjectAt(tx, personId, effectiveAt),
    actorId,
    reason,
    occurredAt: effectiveAt,
    title: definition.title,
    edition: definition.edition,
    certificationId,
    awardId: award.id,
    ...(definition.standard ? { standard: definition.standard } : {}),
    clauses: definition.clauses,
    validFrom,
    ...(validUntil ? { validUntil } : {}),
    document: {
      awardId: award.id,
      event: kind,
      number,
      certification: certificationId,
      certificationRevision: award.revisionId,
      effectiveAt: effectiveAt.toISOString(),
      ...(confirmedBy ? { confirmedBy } : {}),
      ...(dates
        ? {
            before: {
              validFrom: award.validFrom.toISOString(),
              validUntil: award.validUntil?.toISOString() ?? null,
            },
          }
        : {}),
    },
  });
  const told = { title: definition.title, reason, home: `${env.BASE_URL}/` };
  await mailPerson(tx, personId, () => awardChangeMail(kind, told));
  /* It counts again, or for another time: what was done meanwhile may have earned the next one, or one that rests on it. */
  if (kind === "reinstated" || kind === "corrected") await enqueue(tx, "evidence-recorded", { personId });
  return id;
}

function invalid(field: string, message: string): Invalid {
  return new Invalid("award-change", message, { [field]: [message] });
}
