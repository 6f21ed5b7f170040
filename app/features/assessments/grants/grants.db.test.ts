import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "~/features/people/actor";
import { at, now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { givenPerson } from "../../../../tests/setup/builders";
import { givenAssessment } from "../../../../tests/setup/given-assessment";
import { startAttempt } from "../sitting/start-attempt.server";
import { submitAttempt } from "../sitting/submit-attempt.server";
import { grantAttempts } from "./grant-attempts.server";
import { tellOfUsedUp } from "./tell-of-used-up.server";
import { usedUpTests } from "./used-up-tests.server";

const HOUR = 3_600_000;
const REASON = "Ill on the day of the last attempt";
let counter = 0;
let person: Actor;
let manager: Actor;
let slug: string;
let assessmentId: string;
let base: Date;

const later = <T>(hours: number, work: () => T) => at(new Date(base.getTime() + hours * HOUR), work);

async function given(more: Parameters<typeof givenAssessment>[0] = {}): Promise<void> {
  slug = await givenAssessment({
    slug: `grants-${++counter}`,
    attempts: { max: 2, waitHours: 0, afterLast: "closed" },
    ...more,
  });
  ({ id: assessmentId } = await db.assessment.findUniqueOrThrow({ where: { slug }, select: { id: true } }));
}

beforeEach(async () => {
  base = now();
  const team = `grants-team-${++counter}`;
  person = await givenPerson({ team, region: "emea", jobRole: "account-executive" });
  manager = await givenPerson({ access: "manager", manages: team });
  await given();
});

const sit = (hours: number) =>
  later(hours, async () => submitAttempt(person, await startAttempt(person, { assessmentSlug: slug })));
const grant = (actor = manager, more: Partial<Parameters<typeof grantAttempts>[1]> = {}) =>
  grantAttempts(actor, { personId: person.personId, assessmentId, reason: REASON, ...more });
const grants = () =>
  db.attemptGrant.findMany({ where: { personId: person.personId }, select: { actorId: true, reason: true } });

describe("a fresh set of attempts", () => {
  it("is granted by the manager of the team, once they are used up, and can be started at once", async () => {
    await sit(0);
    await later(1, async () => {
      expect(await usedUpTests(manager, person.personId)).toEqual([]);
      await expect(grant()).rejects.toMatchObject({ reason: "not-used-up" });
    });
    await sit(1);
    await later(2, async () => {
      await expect(startAttempt(person, { assessmentSlug: slug })).rejects.toMatchObject({
        reason: "no-attempt-left",
      });
      expect(await usedUpTests(manager, person.personId)).toMatchObject([
        { assessmentId, attempts: 2, nextAt: null, last: { score: 0 } },
      ]);
      await grant();
      expect(await usedUpTests(manager, person.personId)).toEqual([]);
    });
    expect(await grants()).toEqual([{ actorId: manager.personId, reason: REASON }]);
    await sit(3);
    await sit(4);
    await later(5, async () => {
      await expect(startAttempt(person, { assessmentSlug: slug })).rejects.toMatchObject({
        reason: "no-attempt-left",
      });
      await grant(await givenPerson({ access: "admin" }));
    });
    await sit(6);
    const changes = await db.peopleChange.findMany({ where: { personId: person.personId } });
    expect(changes.map(({ summary }) => summary)).toEqual(
      Array(2).fill(`A fresh set of attempts: Test ${slug}`),
    );
  });

  it("is asked for once of who leads the person, when the last attempt is failed", async () => {
    const about = async (topic: string, words: string) => {
      const rows = await db.outboxMessage.findMany({ where: { topic, payload: { contains: words } } });
      return rows.map(({ payload }) => JSON.parse(payload) as Record<string, string>);
    };
    const attempts = async () =>
      db.attempt.findMany({ where: { personId: person.personId }, orderBy: { number: "asc" } });
    await sit(0);
    await sit(1);
    const [first, last] = await attempts();
    expect(await about("attempt-failed", first!.id)).toEqual([]);
    expect(await about("attempt-failed", last!.id)).toEqual([{ attemptId: last!.id }]);
    const told = async () => {
      const before = await about("email", person.personId);
      await tellOfUsedUp({ attemptId: last!.id });
      return (await about("email", person.personId)).slice(before.length);
    };
    await later(2, async () => {
      const [mail, ...others] = await told();
      expect(others).toEqual([]);
      expect(mail).toMatchObject({
        to: manager.email,
        subject: `${person.name} has no attempt left at Test ${slug}`,
      });
      expect(mail!.text).toContain(`/team/${person.personId}#used-up`);
      await grant();
      expect(await told()).toEqual([]);
    });
  });

  it("is asked for of the administrators where nobody leads the person who may grant it", async () => {
    const admin = await givenPerson({ access: "admin" });
    person = await givenPerson({ jobRole: "account-executive", team: `unled-${counter}` });
    await givenPerson({ manages: `unled-${counter}` });
    await sit(0);
    await sit(1);
    const last = await db.attempt.findFirstOrThrow({ where: { personId: person.personId, number: 2 } });
    await later(2, () => tellOfUsedUp({ attemptId: last.id }));
    const rows = await db.outboxMessage.findMany({ where: { topic: "email" } });
    const mail = rows.map(({ payload }) => payload).filter((each) => each.includes(person.personId));
    expect(mail.some((each) => each.includes(admin.email))).toBe(true);
    for (const each of mail)
      expect(each).toContain(`/admin/people/${person.personId}/accommodations#used-up`);
  });

  it("is granted once of six at once", async () => {
    await sit(0);
    await sit(1);
    const admin = await givenPerson({ access: "admin" });
    await later(2, async () => {
      const outcomes = await Promise.allSettled(
        [manager, admin, manager, admin, manager, admin].map((actor) => grant(actor)),
      );
      expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      for (const outcome of outcomes)
        if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ reason: "not-used-up" });
    });
    expect(await grants()).toHaveLength(1);
  });

  it("spares a wait of weeks where a set opens by itself", async () => {
    await given({ attempts: { max: 1, waitHours: 0, renewDays: 30 } });
    await sit(0);
    await later(1, async () => {
      expect(await usedUpTests(manager, person.personId)).toMatchObject([
        { nextAt: new Date(base.getTime() + 30 * 24 * HOUR) },
      ]);
      await grant();
    });
    await sit(2);
  });

  it("is for nobody else to grant, and not for oneself", async () => {
    await sit(0);
    await sit(1);
    await later(2, async () => {
      const others = [
        await givenPerson({ access: "manager", manages: "another-team" }),
        await givenPerson({ access: "auditor" }),
        /* Manages the team, but holds no access any more. */
        await givenPerson({ manages: person.teamId! }),
        await givenPerson(),
      ];
      for (const actor of others) {
        await expect(grant(actor)).rejects.toMatchObject({ reason: "not-found" });
        await expect(usedUpTests(actor, person.personId)).rejects.toMatchObject({ reason: "not-found" });
      }
      const self = { ...person, access: ["manager"] as const, managedTeamIds: [person.teamId!] };
      await expect(grant(self)).rejects.toMatchObject({ reason: "own-attempts" });
      await expect(grant(manager, { assessmentId: "no-such" })).rejects.toMatchObject({
        reason: "not-found",
      });
      await expect(grant(manager, { reason: "  too short " })).rejects.toMatchObject({ reason: "no-reason" });
      await expect(grant(manager, { personId: "no-such" })).rejects.toMatchObject({ reason: "not-found" });
    });
    expect(await grants()).toEqual([]);
  });

  it("is not offered where it would open nothing: a test that is over, or not for the person any more", async () => {
    await given({
      attempts: { max: 1, waitHours: 0, afterLast: "closed" },
      window: { closesAt: new Date(base.getTime() + 2 * HOUR).toISOString() },
    });
    await sit(0);
    await later(1, async () => expect(await usedUpTests(manager, person.personId)).toHaveLength(1));
    await later(3, async () => {
      expect(await usedUpTests(manager, person.personId)).toEqual([]);
      await expect(grant()).rejects.toMatchObject({ reason: "not-used-up" });
    });
    await given({
      attempts: { max: 1, waitHours: 0, afterLast: "closed" },
      audience: { jobRoles: ["account-executive"], regions: ["emea"] },
    });
    await sit(0);
    const offered = async () =>
      (await usedUpTests(manager, person.personId)).map((test) => test.assessmentId);
    await later(1, async () => {
      expect(await offered()).toContain(assessmentId);
      await db.assignment.updateMany({
        where: { personId: person.personId, kind: "job-role" },
        data: { supersededAt: new Date(base.getTime() + HOUR) },
      });
      expect(await offered()).not.toContain(assessmentId);
    });
  });
});
