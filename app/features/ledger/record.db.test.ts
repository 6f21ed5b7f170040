import { describe, expect, it } from "vitest";
import { at } from "~/platform/clock.server";
import { canonicalJson } from "~/platform/canonical-json";
import { db, transaction } from "~/platform/db/client.server";
import { givenFact, givenRecorded, givenSubject } from "../../../tests/setup/facts";
import { record, recordAll } from "./record.server";
import { saltsOf } from "./salts.server";
import { sealPending } from "./seal.server";
import { verifyLedger } from "./verify-ledger.server";

const rowsOf = async (id: string) => ({
  entry: await db.ledgerEntry.findUniqueOrThrow({ where: { id } }),
  evidence: await db.evidenceRecord.findUniqueOrThrow({ where: { id }, include: { clauses: true } }),
});
const counts = () =>
  Promise.all([
    db.ledgerEntry.count(),
    db.evidenceRecord.count(),
    db.evidenceClause.count(),
    db.unsealedEntry.count(),
    db.commitmentSalt.count(),
  ]);

describe("record", () => {
  it("writes the evidence that was given, and an entry about it", async () => {
    const fact = givenFact({
      clauses: ["b/2", "a/1", "b/2"],
      occurredAt: new Date("2026-03-04T05:06:07.089Z"),
    });
    const id = await at(new Date("2026-03-05T00:00:00Z"), () => transaction((tx) => record(tx, fact)));
    const { entry, evidence } = await rowsOf(id);
    const { name, ...subject } = fact.subject;
    const { kind, outcome, title, edition, courseId, assessmentId, certificationId, awardId } = fact;
    expect(evidence).toMatchObject({
      ...{ ...subject, personName: name, kind, outcome, title, edition },
      ...{ courseId, assessmentId, certificationId, awardId, standard: fact.standard, score: 0.85 },
      ...{ validFrom: fact.validFrom, validUntil: fact.validUntil, occurredAt: fact.occurredAt },
      ...{ recordedAt: new Date("2026-03-05T00:00:00Z"), actorId: fact.actorId, reason: fact.reason },
      document: canonicalJson(fact.document),
    });
    expect(evidence.clauses.map(({ clause }) => clause).sort()).toEqual(["a/1", "b/2"]);
    expect(entry).toMatchObject({ type: kind, occurredAt: fact.occurredAt, recordedAt: evidence.recordedAt });
    expect(canonicalJson(JSON.parse(entry.body) as never)).toBe(entry.body);
    expect(JSON.parse(entry.body)).toMatchObject({
      ...{ format: "attest-entry/1", id, type: kind, occurredAt: "2026-03-04T05:06:07.089Z" },
      payload: { outcome, courseId, assessmentId, certificationId, awardId, clauses: ["a/1", "b/2"] },
    });
  });

  it("takes a fact with nothing but what every fact has", async () => {
    const subject = {
      teamId: null,
      teamName: null,
      regionId: null,
      regionName: null,
      jobRoleId: null,
      jobRoleName: null,
    };
    const { kind, outcome, occurredAt, title, edition } = givenFact();
    const fact = {
      kind,
      outcome,
      occurredAt,
      title,
      edition,
      actorId: null,
      document: {},
      subject: givenSubject(subject),
    };
    const { entry, evidence } = await rowsOf(await transaction((tx) => record(tx, fact)));
    expect(evidence).toMatchObject({
      ...subject,
      courseId: null,
      score: null,
      validUntil: null,
      reason: null,
      clauses: [],
    });
    expect(JSON.parse(entry.body)).toMatchObject({ actor: null, payload: { courseId: null, clauses: [] } });
  });

  it("refuses to record the same thing twice", async () => {
    const id = await givenRecorded();
    const before = await counts();
    await expect(givenRecorded({ id })).rejects.toMatchObject({ code: "P2002" });
    expect(await counts()).toEqual(before);
  });

  it("refuses evidence that has no canonical form", async () => {
    const before = await counts();
    await expect(givenRecorded({ document: { score: NaN } })).rejects.toThrow(TypeError);
    expect(await counts()).toEqual(before);
  });

  it("leaves nothing behind when the command fails afterwards", async () => {
    const before = await counts();
    const failing = transaction(async (tx) => {
      await record(tx, givenFact());
      throw new Error("the next step failed");
    });
    await expect(failing).rejects.toThrow("the next step failed");
    expect(await counts()).toEqual(before);
  });

  it("records many facts about many persons at once", async () => {
    const shared = givenSubject();
    const facts = Array.from({ length: 120 }, (_, index) => givenFact(index % 2 ? { subject: shared } : {}));
    const ids = await transaction((tx) => recordAll(tx, facts));
    expect(await db.evidenceRecord.count({ where: { id: { in: ids } } })).toBe(120);
    expect(await db.evidenceRecord.count({ where: { personId: shared.personId } })).toBe(60);
    expect(await transaction((tx) => recordAll(tx, []))).toEqual([]);
  });

  it("refuses to record with a salt that was damaged", async () => {
    const subject = givenSubject();
    await db.commitmentSalt.create({ data: { subjectId: subject.personId, salt: "ab".repeat(31) } });
    await expect(givenRecorded({ subject })).rejects.toThrow("restore it from a backup");
    await db.commitmentSalt.deleteMany({ where: { subjectId: subject.personId } });
  });

  it("gives a person one salt, also when their first records are made in parallel", async () => {
    const subject = givenSubject();
    const manager = givenSubject();
    const facts = Array.from({ length: 16 }, (_, index) =>
      givenFact(
        index % 2 ? { subject, actorId: manager.personId } : { subject: manager, actorId: subject.personId },
      ),
    );
    await Promise.all(facts.map((fact) => transaction((tx) => record(tx, fact))));
    const salts = await saltsOf([subject.personId, manager.personId]);
    expect([...salts.values()].map((salt) => salt.length)).toEqual([32, 32]);
    expect((await verifyLedger()).findings).toEqual([]);
  });
});

describe("the body of an entry", () => {
  const secrets = {
    personId: "person-7f3c1a",
    name: "Zdeněk Přibyl",
    employeeNumber: "EMP-0042",
    teamId: "team-nordics-9",
    teamName: "Nordics field team",
    regionName: "Region of the north",
    jobRoleName: "Account Executive, senior",
  };
  const personal = {
    ...{ actorId: "actor-55d2", reason: "Zdeněk asked for it", title: "Talk with Zdeněk", score: 0.7351 },
    document: { email: "zdenek@demo.example", answers: { q1: "my own words" } },
  };

  it("has nothing about the person or the actor in it, and no hash that could be guessed from them", async () => {
    const { createHash } = await import("node:crypto");
    const id = await givenRecorded({ ...personal, subject: givenSubject(secrets) });
    const { body } = await db.ledgerEntry.findUniqueOrThrow({ where: { id } });
    const words = [...Object.values(secrets), personal.actorId, personal.reason, personal.title, "0.7351"];
    const document = canonicalJson(personal.document);
    for (const word of [...words, document, "zdenek@demo.example", "my own words"]) {
      expect(body).not.toContain(word);
      for (const algorithm of ["sha256", "sha1", "md5"])
        for (const encoding of ["hex", "base64"] as const)
          expect(body).not.toContain(createHash(algorithm).update(word).digest(encoding));
    }
  });

  it("says nothing that links two records of one person", async () => {
    const same = {
      ...personal,
      subject: givenSubject(secrets),
      courseId: "c",
      occurredAt: new Date("2026-01-01T00:00:00Z"),
    };
    const bodies = await Promise.all(
      [givenRecorded(same), givenRecorded(same)].map(async (id) => (await rowsOf(await id)).entry.body),
    );
    const [first, second] = bodies.map((body) =>
      [...body.matchAll(/"([0-9a-f]{64})"/g)].map((match) => match[1]!),
    );
    expect(first).toHaveLength(5);
    expect(second!.filter((hash) => first!.includes(hash))).toEqual([]);
  });

  it("still verifies when the salt is deleted, and then no longer tells who it was", async () => {
    const subject = givenSubject();
    const id = await givenRecorded({ subject });
    await sealPending();
    expect(await verifyLedger()).toMatchObject({ findings: [], erased: 0 });
    await db.commitmentSalt.deleteMany({ where: { subjectId: subject.personId } });
    expect(await verifyLedger()).toMatchObject({ findings: [], erased: 1 });
    expect(await saltsOf([subject.personId])).toEqual(new Map());
    expect(await db.ledgerEntry.count({ where: { id } })).toBe(1);
  });
});
