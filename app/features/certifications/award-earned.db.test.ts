import { beforeAll, describe, expect, it } from "vitest";
import { at } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { newId } from "~/platform/ids.server";
import { givenPerson } from "../../../tests/setup/builders";
import {
  foundation,
  givenAttempt,
  givenCompletion,
  givenCourse,
  givenFoundation,
  syncFiles,
} from "../../../tests/setup/given-certification";
import { awardAllEarned } from "./award-all-earned.server";
import { awardEarned } from "./award-earned.server";
import { certificationStates } from "./certification-states.server";
import { myCertificates } from "./certification-queries.server";

const on = (text: string) => new Date(`${text}T09:00:00Z`);
const since = on("2026-01-01");

beforeAll(() => at(since, givenFoundation));

async function givenAssociate() {
  return at(since, () => givenPerson({ jobRole: "customer-service-associate", team: "emea-service", since }));
}

async function givenHolder() {
  const person = await givenAssociate();
  await at(on("2026-01-10"), () => givenCompletion(person.personId, "conduct"));
  await at(on("2026-01-31"), () => givenAttempt(person.personId, "essentials"));
  const [awardId] = await at(on("2026-01-31"), () => awardEarned(person.personId));
  return { person, awardId: awardId! };
}

describe("awardEarned", () => {
  it("grants nothing before everything is met", async () => {
    const { personId } = await givenAssociate();
    await at(on("2026-01-10"), () => givenCompletion(personId, "conduct"));
    await at(on("2026-01-11"), () => givenAttempt(personId, "essentials", false));
    expect(await at(on("2026-01-12"), () => awardEarned(personId))).toEqual([]);
    expect(await db.cycle.count({ where: { personId } })).toBe(0);
  });

  it("grants from the completion of the last requirement, with record, pinned hashes and mail", async () => {
    const { person, awardId } = await givenHolder();
    const award = await db.award.findUniqueOrThrow({ where: { id: awardId } });
    expect(award).toMatchObject({
      personId: person.personId,
      holderName: person.name,
      validFrom: on("2026-01-31"),
      validUntil: on("2027-01-31"),
    });
    const evidence = await db.evidenceRecord.findFirstOrThrow({ where: { awardId, kind: "award-granted" } });
    const earlier = await db.evidenceRecord.findMany({
      where: { personId: person.personId, kind: { not: "award-granted" } },
      orderBy: { occurredAt: "asc" },
    });
    const requirement = await db.requirement.findFirstOrThrow({ where: { supersededAt: null } });
    expect(JSON.parse(evidence.document)).toMatchObject({
      certificationRevision: award.revisionId,
      holderName: person.name,
      requirementsInForce: [{ requirement: requirement.id, accountability: "csa-service", clause: null }],
      evidence: earlier.map(({ id }) => ({ record: id })),
    });
    const mail = await db.outboxMessage.findMany({
      where: { topic: "email", payload: { contains: person.email } },
    });
    expect(mail).toHaveLength(1);
    expect(mail[0]!.payload).toContain("31 January 2027");
  });

  it("grants one award to calls at the same moment, and nothing to later ones", async () => {
    const { personId } = await givenAssociate();
    await at(on("2026-02-01"), () => givenCompletion(personId, "conduct"));
    await at(on("2026-02-02"), () => givenAttempt(personId, "essentials"));
    const calls = await at(on("2026-02-02"), () =>
      Promise.all(Array.from({ length: 8 }, () => awardEarned(personId))),
    );
    expect(calls.flat()).toHaveLength(1);
    expect(await at(on("2026-02-03"), () => awardEarned(personId))).toEqual([]);
    expect(await db.award.count({ where: { personId } })).toBe(1);
    expect(await db.evidenceRecord.count({ where: { personId, kind: "award-granted" } })).toBe(1);
  });

  it("renews by passing again in the window, and keeps the first award as it was", async () => {
    const { person, awardId } = await givenHolder();
    const before = await db.award.findUniqueOrThrow({ where: { id: awardId } });
    await at(on("2026-11-01"), () => givenAttempt(person.personId, "essentials"));
    expect(await at(on("2026-11-01"), () => awardEarned(person.personId))).toEqual([]);

    await at(on("2026-12-15"), () => givenAttempt(person.personId, "essentials"));
    const [renewed] = await at(on("2026-12-15"), () => awardEarned(person.personId));
    expect(await db.award.findUniqueOrThrow({ where: { id: awardId } })).toEqual(before);
    const cycles = await db.cycle.findMany({
      where: { personId: person.personId },
      orderBy: { number: "asc" },
    });
    expect(cycles.map(({ number, openedAt }) => [number, openedAt])).toEqual([
      [1, on("2026-01-10")],
      [2, on("2026-12-02")],
    ]);
    const { valid } = await at(on("2026-12-16"), () => myCertificates(person));
    expect(valid.map(({ id }) => id)).toEqual([renewed, awardId]);
  });

  it("asks for a changed course again before it renews", async () => {
    await at(on("2026-03-01"), () => givenCourse("conduct", "conduct-1"));
    const { person } = await givenHolder();
    await at(on("2026-12-10"), () => givenCourse("conduct", "conduct-2"));
    await at(on("2026-12-15"), () => givenAttempt(person.personId, "essentials"));
    expect(await at(on("2026-12-15"), () => awardEarned(person.personId))).toEqual([]);
    await at(on("2026-12-20"), () => givenCompletion(person.personId, "conduct", "conduct-2"));
    expect(await at(on("2026-12-20"), () => awardEarned(person.personId))).toHaveLength(1);
    const award = await db.award.findFirstOrThrow({
      where: { personId: person.personId },
      orderBy: { validFrom: "desc" },
    });
    expect(award.validFrom).toEqual(on("2026-12-20"));
    await at(on("2026-12-21"), () => givenCourse("conduct", "conduct-1"));
  });

  it("grants nothing for what would have lapsed by now, and nothing to someone who has left", async () => {
    const old = await givenAssociate();
    await at(on("2026-01-10"), () => givenCompletion(old.personId, "conduct"));
    await at(on("2026-01-31"), () => givenAttempt(old.personId, "essentials"));
    expect(await at(on("2027-01-31"), () => awardEarned(old.personId))).toEqual([]);

    const leaver = await givenAssociate();
    await at(on("2026-01-10"), () => givenCompletion(leaver.personId, "conduct"));
    await at(on("2026-01-31"), () => givenAttempt(leaver.personId, "essentials"));
    await db.person.update({ where: { id: leaver.personId }, data: { leftAt: on("2026-01-31") } });
    expect(await at(on("2026-01-31"), () => awardEarned(leaver.personId))).toEqual([]);
  });

  it("keeps what a leaver held, and requires nothing of them", async () => {
    const { person, awardId } = await givenHolder();
    const left = on("2026-05-01");
    await db.absence.create({
      data: { id: newId(), personId: person.personId, heldFrom: left, recordedAt: left },
    });
    const stateOn = async (text: string) =>
      (await certificationStates([person.personId], { effective: on(text), known: on("2026-06-01") }))[0];
    expect(await stateOn("2026-04-01")).toMatchObject({ status: "valid", award: { id: awardId } });
    expect((await stateOn("2026-04-01"))!.obligations).toHaveLength(1);
    expect(await stateOn("2026-06-01")).toMatchObject({ status: "valid", obligations: [] });
    expect(await stateOn("2027-06-01")).toMatchObject({ status: "not-required", award: { id: awardId } });
  });

  it("cannot be undone in the database", async () => {
    const { awardId } = await givenHolder();
    await expect(db.award.delete({ where: { id: awardId } })).rejects.toThrow();
    await expect(db.award.update({ where: { id: awardId }, data: { validUntil: null } })).rejects.toThrow();
  });
});

describe("a certification that comes later", () => {
  const { validity: _, renewalWindowDays: __, ...lasting } = foundation;
  const conductOnly = {
    "certifications/foundation.yaml": foundation,
    "certifications/conduct-only.yaml": {
      ...lasting,
      id: "conduct-only",
      title: "Conduct",
      requirements: [{ course: "conduct" }],
    },
  };

  it("is granted to everyone who has met it already, page by page, and to no one twice", async () => {
    const people = await Promise.all(Array.from({ length: 3 }, givenAssociate));
    for (const { personId } of people) await at(on("2026-03-01"), () => givenCompletion(personId, "conduct"));
    const leaver = await givenAssociate();
    await at(on("2026-03-01"), () => givenCompletion(leaver.personId, "conduct"));
    await db.person.update({ where: { id: leaver.personId }, data: { leftAt: on("2026-03-02") } });

    const held = () => db.award.count({ where: { certificationId: "conduct-only" } });
    await at(on("2026-03-10"), async () => {
      expect(await syncFiles(conductOnly)).toEqual([]);
      expect(await held()).toBe(0);
      const waiting = await db.outboxMessage.findFirstOrThrow({
        where: { topic: "certification-changed", payload: { contains: "conduct-only" } },
      });
      await awardAllEarned(JSON.parse(waiting.payload) as { certificationId: string; after: string });
      const granted = await held();
      expect(granted).toBeGreaterThanOrEqual(people.length);
      expect(await db.award.count({ where: { personId: leaver.personId } })).toBe(0);
      await awardAllEarned({ certificationId: "conduct-only", after: "" });
      expect(await held()).toBe(granted);

      const messages = () => db.outboxMessage.count({ where: { topic: "certification-changed" } });
      const before = await messages();
      await syncFiles(conductOnly);
      expect(await messages()).toBe(before);
    });
  });
});
