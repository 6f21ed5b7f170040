/** Facts for tests of what is recorded. */
import type { Fact, Subject } from "~/features/ledger/record.server";
import { record } from "~/features/ledger/record.server";
import { now } from "~/platform/clock.server";
import { transaction } from "~/platform/db/client.server";
import { newId } from "~/platform/ids.server";

export function givenSubject(subject: Partial<Subject> = {}): Subject {
  const personId = subject.personId ?? newId();
  return {
    personId,
    name: "Ines Quintero",
    employeeNumber: `E-${personId.slice(-12)}`,
    teamId: "emea-team",
    teamName: "EMEA team",
    regionId: "emea",
    regionName: "EMEA",
    jobRoleId: "account-executive",
    jobRoleName: "Account Executive",
    ...subject,
  };
}

/** A fact in which nothing that can be given is left out. */
export function givenFact(fact: Partial<Fact> = {}): Fact {
  return {
    kind: "test-submitted",
    outcome: "passed",
    subject: givenSubject(),
    actorId: newId(),
    reason: "Sat in the branch office",
    occurredAt: now(),
    title: "ISO 9001 awareness",
    edition: "2",
    courseId: newId(),
    assessmentId: newId(),
    certificationId: newId(),
    awardId: newId(),
    standard: "iso-9001:2015",
    clauses: ["iso-9001:2015/7.2", "iso-9001:2015/7.3"],
    score: 0.85,
    validFrom: new Date("2026-01-01T00:00:00Z"),
    validUntil: new Date("2027-01-01T00:00:00Z"),
    document: { paper: ["c1", "a7"], answers: { c1: "b", a7: "d" }, passMark: 0.8 },
    ...fact,
  };
}

export function givenRecorded(fact: Partial<Fact> = {}): Promise<string> {
  return transaction((tx) => record(tx, givenFact(fact)));
}
