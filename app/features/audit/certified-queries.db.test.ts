import { beforeAll, describe, expect, it } from "vitest";
import { awardEarned } from "~/features/certifications/award-earned.server";
import { certificationStates } from "~/features/certifications/certification-states.server";
import { changeAward } from "~/features/certifications/change-award.server";
import type { Actor } from "~/features/people/actor";
import { at } from "~/platform/clock.server";
import { recordLeaving } from "~/features/people/record-leaving.server";
import { markReturned } from "~/features/auth/mark-returned.server";
import { db, transaction } from "~/platform/db/client.server";
import { NotFound } from "~/platform/errors";
import { newId } from "~/platform/ids.server";
import { givenPerson, type Given } from "../../../tests/setup/builders";
import { givenAttempt, givenCompletion, givenFoundation } from "../../../tests/setup/given-certification";
import { givenRevoked } from "../../../tests/setup/given-revoked";
import { whoWasCertified } from "./certified-queries.server";
import { readCertifiedQuestion } from "./certified-question";

const on = (text: string) => new Date(`${text}T09:00:00Z`);
const since = on("2026-01-01");
const today = on("2026-11-20");
let auditor: Actor;
let admin: Actor;

beforeAll(async () => {
  await at(since, givenFoundation);
  auditor = await givenPerson({ access: "auditor" });
  admin = await givenPerson({ access: "admin" });
});

const givenAssociate = (given: Given = {}) =>
  at(since, () =>
    givenPerson({ jobRole: "customer-service-associate", team: "emea-service", since, ...given }),
  );

async function givenHolder(passedOn: string, given: Given = {}) {
  const person = await givenAssociate(given);
  await at(on(passedOn), () => givenCompletion(person.personId, "conduct"));
  await at(on(passedOn), () => givenAttempt(person.personId, "essentials"));
  const [awardId] = await at(on(passedOn), () => awardEarned(person.personId));
  return { person, awardId: awardId! };
}

async function ask(search: string, reader = auditor) {
  const question = readCertifiedQuestion(new URLSearchParams(search), reader.timeZone, today);
  return { question, ...(await at(today, () => whoWasCertified(reader, question))) };
}

async function names(search: string) {
  const { people } = await ask(search);
  return people.map(({ name }) => name);
}

describe("whoWasCertified", () => {
  it("is open to auditors and administrators alone", async () => {
    const manager = await givenPerson({ access: "manager", manages: "emea-service" });
    for (const other of [manager, await givenAssociate()])
      await expect(ask("", other)).rejects.toThrow(NotFound);
    expect((await ask("", admin)).certification?.id).toBe("foundation");
  });

  it("tells apart when it held from when that was known", async () => {
    const { person, awardId } = await givenHolder("2026-02-10", { name: "Ada Revoked" });
    await at(on("2026-06-20"), () =>
      givenRevoked(admin, { awardId, reason: "Answers were shared", effectiveAt: on("2026-06-01") }),
    );
    await at(on("2026-07-15"), () =>
      changeAward(admin, "reinstated", { awardId, reason: "It was someone else" }),
    );

    const held = async (search: string) => (await names(search)).includes(person.name);
    expect(await held("on=2026-02-09")).toBe(false);
    expect(await held("on=2026-02-10")).toBe(true);
    expect(await held("on=2026-06-10&known=2026-06-10"), "what was known on the day").toBe(true);
    expect(await held("on=2026-06-10&known=2026-06-20"), "what is known since the revocation").toBe(false);
    expect(await held("on=2026-06-10")).toBe(false);
    expect(await held("on=2026-07-15")).toBe(true);
    expect(await held("on=2026-07-14")).toBe(false);
    expect(await held("on=2026-11-20&known=2026-07-14"), "the reinstatement was not known yet").toBe(false);
    expect(await held("on=2027-02-09"), "it will hold until it expires").toBe(true);
    expect(await held("on=2027-02-10")).toBe(false);
    expect(await held("on=2026-02-10&known=2026-02-09"), "the award was not known yet").toBe(false);
  });

  it("takes corrected dates from the day they were recorded", async () => {
    const { person, awardId } = await givenHolder("2026-03-02", { name: "Bo Corrected" });
    const dates = { validFrom: on("2026-03-01"), validUntil: on("2026-05-01") };
    const data = {
      id: newId(),
      awardId,
      number: 1,
      kind: "corrected",
      actorId: admin.personId,
      reason: "Typo",
    };
    await db.awardEvent.create({
      data: { ...data, ...dates, effectiveAt: on("2026-04-01"), recordedAt: on("2026-04-01") },
    });
    const held = async (search: string) => (await names(search)).includes(person.name);
    expect(await held("on=2026-05-02&known=2026-03-30")).toBe(true);
    expect(await held("on=2026-05-02")).toBe(false);
    expect(await held("on=2026-03-01")).toBe(true);
    expect(await held("on=2026-03-01&known=2026-03-30")).toBe(false);
  });

  it("shows team and job role of that day, validity and the record", async () => {
    const { person, awardId } = await givenHolder("2026-04-04", { name: "Cy Moved", team: "emea-service" });
    await at(since, () => givenPerson({ team: "latam-service", region: "latin-america" }));
    const move = { personId: person.personId, kind: "team-member", actorId: null, reason: "Moved" };
    await db.assignment.updateMany({
      where: { personId: person.personId, kind: "team-member" },
      data: { supersededAt: on("2026-08-01") },
    });
    const moved = { heldUntil: null, recordedAt: on("2026-08-01") };
    await db.assignment.createMany({
      data: [
        {
          ...move,
          ...moved,
          id: newId(),
          teamId: "emea-service",
          heldFrom: since,
          heldUntil: on("2026-08-01"),
        },
        { ...move, ...moved, id: newId(), teamId: "latam-service", heldFrom: on("2026-08-01") },
      ],
    });
    const find = async (search: string) =>
      (await ask(search)).people.find(({ name }) => name === person.name);
    const record = await db.evidenceRecord.findFirstOrThrow({ where: { awardId, kind: "award-granted" } });
    expect(await find("on=2026-07-01")).toMatchObject({
      employeeNumber: expect.stringContaining("T-") as string,
      teamName: "Emea service",
      jobRoles: ["Customer service associate"],
      status: "valid",
      validFrom: on("2026-04-04"),
      validUntil: on("2027-04-04"),
      recordId: record.id,
    });
    expect(await find("on=2026-09-01")).toMatchObject({
      teamName: "Latam service",
      regionName: "Latin america",
    });
    expect(await find("on=2026-09-01&known=2026-07-01")).toMatchObject({ teamName: "Emea service" });
  });

  it("counts both groups and lists who was required and did not hold it, with the reason", async () => {
    const late = await givenAssociate({ name: "Di Missing" });
    const { counts, people } = await ask("view=missing&on=2026-11-19");
    expect(people.length).toBe(counts.missing);
    expect(people.find(({ name }) => name === late.name)).toMatchObject({
      status: "overdue",
      duties: ["Premier service"],
      dueBy: on("2026-01-31"),
      recordId: null,
    });
    const certified = await ask("on=2026-11-19");
    expect(certified.counts).toEqual(counts);
    expect(certified.people).toHaveLength(counts.certified!);
    const both = new Set([...people, ...certified.people].map(({ personId }) => personId));
    expect(both.size).toBe(people.length + certified.people.length);
  });

  it("leaves out who had left by then, and only then", async () => {
    const { person } = await givenHolder("2026-05-05", { name: "Eve Left" });
    const { personId } = person;
    await givenPerson({ access: "admin", since, password: "quiet harbour lights" });
    const left = { personId, lastDay: "2026-08-31", reason: "Moves on" };
    await at(on("2026-09-10"), () => transaction((tx) => recordLeaving(tx, admin, left)));
    expect(await names("on=2026-08-31")).toContain(person.name);
    expect(await names("on=2026-09-02")).not.toContain(person.name);
    /* Nobody knew of it before the tenth. */
    expect(await names("on=2026-09-02&known=2026-09-09")).toContain(person.name);
    expect(await names("on=2026-09-02&known=2026-09-10")).not.toContain(person.name);

    await at(on("2026-10-10"), () => markReturned(admin, { personId, reason: "Came back" }));
    expect(await names("on=2026-11-01")).toContain(person.name);
    expect(await names("on=2026-10-01")).not.toContain(person.name);
    expect(await names("on=2026-11-01&known=2026-11-01")).toContain(person.name);
  });

  it("takes days in the auditor's zone", async () => {
    const { person } = await givenHolder("2026-05-20", { name: "Flo Evening" });
    const [kiritimati, honolulu] = await Promise.all(
      ["Pacific/Kiritimati", "Pacific/Honolulu"].map((timeZone) =>
        givenPerson({ access: "auditor", timeZone }),
      ),
    );
    const held = async (search: string, reader: Actor) =>
      (await ask(search, reader)).people.some(({ name }) => name === person.name);
    /* 9:00 UTC on the 20th is 23:00 in Kiritimati and 23:00 of the 19th in Honolulu. */
    expect(await held("on=2026-05-19", honolulu!)).toBe(true);
    expect(await held("on=2026-05-19", kiritimati!)).toBe(false);
    expect(await held("on=2026-05-20", kiritimati!)).toBe(true);
  });

  it("pages on by name, and back, without losing anyone when someone is added in between", async () => {
    const many = Array.from({ length: 120 }, (_, i) => `Zoe ${String(i).padStart(3, "0")}`);
    for (const name of many) await givenAssociate({ name });
    const first = await ask("view=missing");
    const seen = [...first.people];
    await givenAssociate({ name: "Aaron Added" });
    let page = first;
    while (page.next) {
      page = await ask(page.next.slice(1));
      seen.push(...page.people);
    }
    expect(new Set(seen.map(({ personId }) => personId)).size).toBe(seen.length);
    expect(seen.map(({ name }) => name)).toEqual(expect.arrayContaining(many));
    const back = await ask(page.previous!.slice(1));
    expect(back.people.at(-1)!.name < page.people[0]!.name).toBe(true);
    expect(back.people).toHaveLength(50);
  });

  it("answers damaged and unknown questions without an error", async () => {
    expect((await ask("certification=unknown")).certification).toBeNull();
    for (const search of [
      "on=yesterday",
      "known=2026-02-30",
      "known=2026-12-24",
      "certification=' OR 1=1 --",
    ]) {
      const { question, people } = await ask(search);
      expect(Object.values(question.errors).flat().join(), search).toMatch(/Use|Choose/);
      expect(people).toEqual([]);
    }
    const hostile = [
      "after=x",
      "after=%00_%00",
      `before=${"9".repeat(5_000)}`,
      "after=a_%25%27%3B--",
      "view=all",
    ];
    for (const search of hostile) expect(Array.isArray((await ask(search)).people), search).toBe(true);
  });

  it("agrees with the rules of certifications over random histories", async () => {
    const random = seeded(20261123);
    const day = (from: number, days: number) => new Date(from + Math.floor(random() * days) * 86_400_000);
    const { certificationId, revisionId } = await db.award.findFirstOrThrow({ where: { code: { not: "" } } });
    const people: Actor[] = [];
    for (let i = 0; i < 40; i++) {
      const person = await givenAssociate({ name: `Random ${i}` });
      people.push(person);
      for (let number = 1; number <= Math.floor(random() * 3); number++) {
        const validFrom = day(since.getTime(), 250);
        const recordedAt = day(validFrom.getTime(), 40);
        const validUntil = random() < 0.2 ? null : day(validFrom.getTime() + 86_400_000, 200);
        const [cycleId, awardId] = [newId(), newId()];
        const owner = { personId: person.personId, certificationId };
        await db.cycle.create({ data: { ...owner, id: cycleId, number, openedAt: validFrom } });
        const dates = { validFrom, validUntil, recordedAt };
        await db.award.create({
          data: {
            ...owner,
            ...dates,
            id: awardId,
            cycleId,
            revisionId,
            holderName: person.name,
            code: newId(),
          },
        });
        const kinds = ["revoked", "corrected", "reinstated", "revoked"].slice(0, Math.floor(random() * 5));
        let recorded = recordedAt;
        for (const [index, kind] of kinds.entries()) {
          recorded = day(recorded.getTime(), 60);
          const effectiveAt = new Date(recorded.getTime() - Math.floor(random() * 20) * 86_400_000);
          const from = kind === "corrected" && random() < 0.7 ? day(since.getTime(), 250) : null;
          const until =
            kind === "corrected" && random() < 0.7 ? day(validFrom.getTime() + 86_400_000, 250) : null;
          const event = { id: newId(), awardId, number: index + 1, kind, effectiveAt, recordedAt: recorded };
          await db.awardEvent.create({
            data: { ...event, validFrom: from, validUntil: until, actorId: admin.personId, reason: "Random" },
          });
        }
      }
    }
    let compared = 0;
    for (let i = 0; i < 40; i++) {
      const [onDay, knownDay] = [day(since.getTime(), 320), day(since.getTime(), 320)].map((date) =>
        date.toISOString().slice(0, 10),
      );
      const search = `on=${onDay}&known=${knownDay}`;
      const { question } = await ask(search);
      const states = await certificationStates(
        people.map(({ personId }) => personId),
        question.asOf,
      );
      const expected = states.filter(({ status }) => status === "valid").map(({ personId }) => personId);
      const found = await allOf(search, people);
      expect(found, search).toEqual(expected.sort());
      compared += found.length;
    }
    expect(compared).toBeGreaterThan(100);
  });
});

async function allOf(search: string, among: readonly Actor[]) {
  const wanted = new Set(among.map(({ personId }) => personId));
  const found: string[] = [];
  for (let page: string | null = search; page !== null;) {
    const answer: Awaited<ReturnType<typeof ask>> = await ask(page);
    for (const { personId, status } of answer.people) {
      expect(status).toBe("valid");
      if (wanted.has(personId)) found.push(personId);
    }
    page = answer.next?.slice(1) ?? null;
  }
  return found.sort();
}

/** Mulberry32: the same histories in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
