/** What the product says, as lines that can be held beside those of the reference. */
import { coverageSums } from "~/features/audit/duty-coverage/coverage-totals.server";
import type { AsOf } from "~/features/certifications/certification-rules";
import { certificationStates } from "~/features/certifications/certification-states.server";
import { verifyOutcomes } from "~/features/audit/verify-outcomes.server";
import { verifyLedger } from "~/features/ledger/verify-ledger.server";
import { runOf } from "~/features/notifications/digests/occasions";
import { db } from "~/platform/db/client.server";

export interface SentReminder {
  readonly recipient: string;
  readonly day: string;
  readonly what: string;
  /** What it is told once of: see runOf. */
  readonly run: string;
}

/** Person and certification → status and the date by which it is due. */
export async function standings(asOf: AsOf): Promise<Map<string, string>> {
  const keys = await keysById();
  const states = await certificationStates([...keys.keys()], asOf);
  return new Map(
    states.map(({ personId, certificationId, status, dueBy }) => [
      `${keys.get(personId)} ${certificationId}`,
      `${status} ${dueBy?.toISOString() ?? "-"}`,
    ]),
  );
}

export async function awards(): Promise<string[]> {
  const keys = await keysById();
  const rows = await db.award.findMany({
    select: { personId: true, certificationId: true, validFrom: true, validUntil: true, recordedAt: true },
  });
  return rows.map(({ personId, certificationId, ...dates }) =>
    [
      keys.get(personId),
      certificationId,
      ...[dates.validFrom, dates.validUntil, dates.recordedAt].map((date) => date?.toISOString()),
    ].join(" "),
  );
}

export async function sentReminders(): Promise<SentReminder[]> {
  const keys = await keysById();
  const rows = await db.reminder.findMany({
    select: {
      recipientId: true,
      subjectId: true,
      certificationId: true,
      occasion: true,
      cycle: true,
      date: true,
      daysBefore: true,
      digest: { select: { day: true } },
    },
  });
  return rows.map(
    ({ recipientId, subjectId, certificationId, occasion, cycle, date, daysBefore, digest }) => ({
      recipient: keys.get(recipientId)!,
      day: digest.day,
      run: runOf({ occasion, cycle }),
      what: [keys.get(subjectId), certificationId, occasion, date.toISOString(), daysBefore].join(" "),
    }),
  );
}

/** Region and accountability → how many meet it, owe it and have let it lapse. */
export async function coverage(): Promise<Map<string, string>> {
  const sums = await coverageSums(null);
  return new Map(
    sums.map(({ regionId, accountabilityId, met, due, lapsed }) => [
      `${regionId} ${accountabilityId}`,
      `${met} ${due} ${lapsed}`,
    ]),
  );
}

/** Person and certification of every run that is open; twice where two are. */
export async function openRuns(): Promise<string[]> {
  const keys = await keysById();
  const rows = await db.cycle.findMany({
    where: { award: null, end: null },
    select: { personId: true, certificationId: true },
  });
  return rows.map(({ personId, certificationId }) => `${keys.get(personId)} ${certificationId}`);
}

export async function unsoundRecords(): Promise<string[]> {
  const [outcomes, ledger] = [await verifyOutcomes(), await verifyLedger()];
  return [...outcomes.findings, ...ledger.findings].map((finding) => JSON.stringify(finding));
}

async function keysById(): Promise<Map<string, string>> {
  const people = await db.person.findMany({ select: { id: true, employeeNumber: true } });
  return new Map(people.map(({ id, employeeNumber }) => [id, employeeNumber]));
}
