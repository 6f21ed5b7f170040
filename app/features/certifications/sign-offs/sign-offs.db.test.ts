import { beforeAll, describe, expect, it } from "vitest";
import { at, now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { givenPerson } from "../../../../tests/setup/builders";
import { givenCourse, syncFiles } from "../../../../tests/setup/given-certification";
import {
  calls,
  filled,
  givenChecklist,
  givenCompleted,
  givenDraft,
  givenPair,
  good,
  sign,
} from "../../../../tests/setup/given-sign-off";
import { expectSoundRecords } from "../../../../tests/setup/sound-records";
import { awardAllEarned } from "../award-all-earned.server";
import { awardEarned } from "../award-earned.server";
import { myCertificates } from "../certification-queries.server";
import { findSteps } from "../step-queries.server";
import { syncCertifications } from "../sync-certifications.server";
import { answerSignOff } from "./answer-sign-off.server";
import { beginSignOff } from "./begin-sign-off.server";
import { completeSignOff } from "./complete-sign-off.server";
import { findEvidenceFile } from "./find-evidence-file.server";
import { findSignOff } from "./find-sign-off.server";
import { saveMarks } from "./save-marks.server";
import { signOffDocument } from "./sign-off-document";
import { withdrawSignOff } from "./withdraw-sign-off.server";

const missing = { reason: "not-found" };

beforeAll(async () => {
  await givenChecklist();
  await givenCourse("conduct");
  await syncFiles({
    "certifications/seen.yaml": {
      id: "seen",
      title: "Seen at work",
      edition: "1",
      summary: "Seen.",
      validity: { months: 12 },
      requirements: [{ signOff: "calls" }],
    },
  });
});

const acknowledge = (actor: Parameters<typeof answerSignOff>[0], signOffId: string) =>
  answerSignOff(actor, { signOffId, answer: "acknowledged", declared: true });
const recordsOf = (personId: string) =>
  db.evidenceRecord.findMany({
    where: { personId, kind: { startsWith: "sign-off" } },
    orderBy: { id: "asc" },
    select: { id: true, kind: true, outcome: true, actorId: true, reason: true, document: true },
  });
const evidenceOf = async (personId: string) =>
  (await findSteps(personId, [{ signOff: "calls" }])).facts.get("sign-off calls")!.evidence;

async function mailsTo({ email }: { email: string }): Promise<string[]> {
  const rows = await db.outboxMessage.findMany({ where: { topic: "email" }, select: { payload: true } });
  return rows.map(({ payload }) => payload).filter((payload) => payload.includes(email));
}

describe("a sign-off", () => {
  it("counts once both have signed it, and earns what asks for it", async () => {
    const pair = await givenPair("team-both");
    const { person, manager } = pair;
    const signOffId = await givenDraft(pair);
    expect(await findSignOff(manager, signOffId)).toMatchObject({
      state: "draft",
      met: null,
      observes: true,
    });
    await expect(findSignOff(person, signOffId), "a draft is not for the person").rejects.toMatchObject(
      missing,
    );
    await sign(manager, signOffId, "Calm and quick.");
    expect(await evidenceOf(person.personId)).toEqual([]);
    expect((await mailsTo(person)).join()).toContain(`/sign-offs/${signOffId}`);
    expect(await awardEarned(person.personId)).toEqual([]);

    await acknowledge(person, signOffId);
    const [, acknowledged] = await recordsOf(person.personId);
    expect(acknowledged).toMatchObject({
      kind: "sign-off-acknowledged",
      outcome: "met",
      actorId: person.personId,
    });
    expect(await evidenceOf(person.personId)).toMatchObject([{ recordId: acknowledged!.id }]);
    const document = signOffDocument.parse(JSON.parse(acknowledged!.document));
    expect(document).toMatchObject({ met: true, comment: "Calm and quick.", observer: manager.personId });
    expect(document.criteria[0]).toMatchObject({ atMost: 5, measured: 4.2, sample: 20, result: "met" });
    const [awardId] = await awardEarned(person.personId);
    expect(await db.award.findUnique({ where: { id: awardId! } })).toMatchObject({ certificationId: "seen" });
    await expectSoundRecords();
  });

  it("is found by a certification that comes later", async () => {
    const pair = await givenPair("team-later");
    await acknowledge(pair.person, await givenCompleted(pair));
    await awardAllEarned({ certificationId: "seen", after: "" });
    expect(await db.award.count({ where: { personId: pair.person.personId } })).toBe(1);
  });

  it("that was not met is kept and earns nothing, and another may follow", async () => {
    const pair = await givenPair("team-not-met");
    const { person, manager } = pair;
    const first = await givenCompleted(pair, { ...good, "measured.fast": "5.1" });
    await acknowledge(person, first);
    expect(await findSignOff(person, first)).toMatchObject({ met: false, state: "acknowledged" });
    expect((await recordsOf(person.personId)).map(({ outcome }) => outcome)).toEqual([
      "to-acknowledge",
      "not-met",
    ]);
    expect(await evidenceOf(person.personId)).toEqual([]);
    await acknowledge(person, await givenCompleted({ person, manager }));
    expect(await evidenceOf(person.personId)).toHaveLength(1);
  });

  it("is judged by the program: the bound itself is met, and too small a sample is not judged", async () => {
    const pair = await givenPair("team-judged");
    const signOffId = await givenDraft(pair, { ...good, "measured.fast": "5", "sample.fast": "19" });
    await expect(sign(pair.manager, signOffId)).rejects.toMatchObject({ reason: "criteria-open" });
    const form = filled({ ...good, "measured.fast": "5", "version.fast": "1", "version.polite": "1" });
    expect((await saveMarks(pair.manager, { signOffId, form })).saved.fast).toMatchObject({
      result: "met",
      version: 2,
    });
    await sign(pair.manager, signOffId);
    expect((await findSignOff(pair.manager, signOffId)).met).toBe(true);
  });

  it("says what cannot be read, and saves the rest", async () => {
    const pair = await givenPair("team-typed");
    const signOffId = await beginSignOff(pair.manager, {
      personId: pair.person.personId,
      checklistId: "calls",
    });
    for (const [typed, said] of [
      ["quick", "not a number"],
      ["1,234", "two numbers"],
      ["-3", "from 0"],
    ] as const) {
      const form = filled({ ...good, "measured.fast": typed, "version.polite": "1" });
      const { refused, saved } = await saveMarks(pair.manager, { signOffId, form });
      expect(refused.fast).toMatchObject({
        message: expect.stringContaining(said) as string,
        typed: { measured: typed },
      });
      expect(saved.polite).toMatchObject({ result: "met" });
      expect(saved.fast).toBeUndefined();
    }
  });

  it("that the person disagrees with does not count, and its observer hears why", async () => {
    const pair = await givenPair("team-disputed");
    const { person, manager } = pair;
    const signOffId = await givenCompleted(pair);
    await expect(answerSignOff(person, { signOffId, answer: "disputed", reason: " " })).rejects.toMatchObject(
      { fields: { reason: [expect.any(String)] } },
    );
    const reason = "Two of these calls were not mine.";
    await answerSignOff(person, { signOffId, answer: "disputed", reason });
    expect(await findSignOff(manager, signOffId)).toMatchObject({ state: "disputed", reason });
    expect(await evidenceOf(person.personId)).toEqual([]);
    expect((await mailsTo(manager)).filter((mail) => mail.includes(reason))).toHaveLength(1);
    expect((await recordsOf(person.personId)).at(-1)).toMatchObject({ kind: "sign-off-disputed", reason });
    await givenDraft(pair);
    await expectSoundRecords();
  });

  it("can be withdrawn with a reason until it is acknowledged", async () => {
    const pair = await givenPair("team-withdrawn");
    const { person, manager } = pair;
    const draft = await givenDraft(pair);
    await withdrawSignOff(manager, { signOffId: draft, reason: "Began with the wrong person" });
    expect(await recordsOf(person.personId)).toEqual([]);
    const signed = await givenCompleted(pair);
    await expect(withdrawSignOff(manager, { signOffId: signed, reason: "" })).rejects.toMatchObject({
      reason: "withdrawal",
    });
    await withdrawSignOff(manager, { signOffId: signed, reason: "The sample was last year's" });
    await expect(acknowledge(person, signed)).rejects.toMatchObject({ reason: "sign-off-closed" });
    expect((await recordsOf(person.personId)).map(({ kind }) => kind)).toEqual([
      "sign-off-completed",
      "sign-off-withdrawn",
    ]);
    const kept = await givenCompleted(pair);
    await acknowledge(person, kept);
    await expect(withdrawSignOff(manager, { signOffId: kept, reason: "Too late" })).rejects.toMatchObject({
      reason: "sign-off-closed",
    });
    await expectSoundRecords();
  });

  it("goes on by the revision that it was begun by", async () => {
    const pair = await givenPair("team-revised");
    const signOffId = await givenDraft(pair);
    const before = await findSignOff(pair.manager, signOffId);
    await givenChecklist({ ...calls, edition: "2", criteria: calls.criteria.slice(1) });
    try {
      const during = await findSignOff(pair.manager, signOffId);
      expect(during).toMatchObject({ revisionId: before.revisionId, superseded: true, revisionNumber: 1 });
      expect(during.definition.criteria).toHaveLength(3);
      await sign(pair.manager, signOffId);
      await acknowledge(pair.person, signOffId);
      expect(await evidenceOf(pair.person.personId)).toHaveLength(1);
    } finally {
      await givenChecklist();
    }
    expect(await db.checklistRevision.count({ where: { checklistId: "calls" } })).toBe(2);
  });
});

describe("who may sign off", () => {
  it("is a manager of the person's team or an administrator, and never the person", async () => {
    const pair = await givenPair("team-scope");
    const { person, manager } = pair;
    const hostile = await givenPerson({ access: "manager", manages: "team-other" });
    const auditor = await givenPerson({ access: "auditor" });
    const colleague = await givenPerson({ team: "team-scope" });
    const begin = { personId: person.personId, checklistId: "calls" };
    for (const other of [hostile, auditor, colleague])
      await expect(beginSignOff(other, begin)).rejects.toMatchObject(missing);
    const signOffId = await givenDraft(pair);
    for (const other of [hostile, auditor, colleague, person]) {
      await expect(findSignOff(other, signOffId)).rejects.toMatchObject(missing);
      await expect(saveMarks(other, { signOffId, form: filled(good) })).rejects.toMatchObject(missing);
      await expect(
        completeSignOff(other, { signOffId, edits: 2, declared: true, comment: "" }),
      ).rejects.toMatchObject(missing);
      await expect(withdrawSignOff(other, { signOffId, reason: "Not mine" })).rejects.toMatchObject(missing);
    }
    const admin = await givenPerson({ access: "admin" });
    await sign(admin, signOffId);
    for (const other of [hostile, colleague]) {
      await expect(findSignOff(other, signOffId)).rejects.toMatchObject(missing);
      await expect(acknowledge(other, signOffId)).rejects.toMatchObject(missing);
    }
    for (const reader of [manager, admin, auditor])
      await expect(acknowledge(reader, signOffId)).rejects.toMatchObject(missing);
    expect(await findSignOff(auditor, signOffId)).toMatchObject({ observes: false, own: false });
    await acknowledge(person, signOffId);
  });

  it("is not oneself, whatever else one may do", async () => {
    const own = await givenPerson({ access: ["manager", "admin"], team: "team-self", manages: "team-self" });
    await expect(beginSignOff(own, { personId: own.personId, checklistId: "calls" })).rejects.toMatchObject({
      reason: "own-sign-off",
    });
    const signOffId = await givenDraft({ manager: await givenPerson({ access: "admin" }), person: own });
    await expect(findSignOff(own, signOffId)).rejects.toMatchObject(missing);
    await expect(saveMarks(own, { signOffId, form: filled(good) })).rejects.toMatchObject(missing);
  });

  it("ends with the person: a leaver is neither begun with nor signed off", async () => {
    const pair = await givenPair("team-leaver");
    const admin = await givenPerson({ access: "admin" });
    const signOffId = await givenDraft(pair);
    await db.person.update({
      where: { id: pair.person.personId },
      data: { leftAt: now() },
      select: { id: true },
    });
    await expect(sign(admin, signOffId)).rejects.toMatchObject({ reason: "left" });
    await withdrawSignOff(admin, { signOffId, reason: "Has left the company" });
    await expect(
      beginSignOff(admin, { personId: pair.person.personId, checklistId: "calls" }),
    ).rejects.toMatchObject(missing);
  });

  it("goes to whoever leads the team now; who began it may look on", async () => {
    const pair = await givenPair("team-moved");
    const signOffId = await givenDraft(pair);
    const { personId } = pair.person;
    const later = new Date(now().getTime() + 60_000);
    await db.assignment.updateMany({
      where: { personId, kind: "team-member" },
      data: { supersededAt: now() },
    });
    await at(later, async () => {
      expect(await findSignOff(pair.manager, signOffId)).toMatchObject({ observes: false });
      await expect(saveMarks(pair.manager, { signOffId, form: filled(good) })).rejects.toMatchObject(missing);
    });
  });
});

describe("evidence files", () => {
  const file = (content: string, name: string) => new File([content], name);

  it("are taken by what is in them, and open to whoever may open the sign-off", async () => {
    const pair = await givenPair("team-files");
    const signOffId = await givenDraft(pair);
    const send = (sent: File) =>
      saveMarks(pair.manager, {
        signOffId,
        form: filled({ ...good, "version.fast": "1", "version.polite": "1", "file.fast": sent }),
      });
    for (const lying of [file("<html>", "calls.pdf"), file("MZ", "calls.exe"), file("", "calls.txt")]) {
      const { refused, saved } = await send(lying);
      expect(refused.fast).toMatchObject({
        message: expect.stringContaining(lying.name) as string,
        part: "file",
      });
      expect(saved.fast).toMatchObject({ version: 1, file: null });
    }
    const beside = await saveMarks(pair.manager, {
      signOffId,
      form: filled({
        ...good,
        "measured.fast": "many",
        "version.fast": "1",
        "version.polite": "1",
        "file.fast": file("20 calls", "calls.txt"),
      }),
    });
    expect(beside.refused.fast).toMatchObject({ part: "entry", fileLost: "calls.txt" });
    expect(beside.saved.fast).toMatchObject({ version: 1, file: null });
    expect((await send(file("20 calls", "calls.txt"))).saved.fast).toMatchObject({
      version: 2,
      file: { name: "calls.txt" },
    });
    const where = { signOffId, criterionId: "fast" };
    expect(await findEvidenceFile(pair.manager, where)).toMatchObject({ name: "calls.txt" });
    await expect(findEvidenceFile(pair.person, where)).rejects.toMatchObject(missing);
    await sign(pair.manager, signOffId);
    expect(await findEvidenceFile(pair.person, where)).toMatchObject({ name: "calls.txt" });
    await expect(findEvidenceFile(pair.person, { signOffId, criterionId: "polite" })).rejects.toMatchObject(
      missing,
    );
  });
});

describe("several at once", () => {
  it("begin one sign-off", async () => {
    const { person, manager } = await givenPair("team-begin");
    const admin = await givenPerson({ access: "admin" });
    const begin = { personId: person.personId, checklistId: "calls" };
    const begun = await Promise.allSettled(
      [manager, admin, manager, admin].map((actor) => beginSignOff(actor, begin)),
    );
    expect(begun.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const each of begun)
      if (each.status === "rejected") expect(each.reason).toMatchObject({ reason: "sign-off-open" });
  });

  it("do not overwrite each other without knowing", async () => {
    const pair = await givenPair("team-two");
    const admin = await givenPerson({ access: "admin", name: "Alma Okonjo" });
    const signOffId = await beginSignOff(pair.manager, {
      personId: pair.person.personId,
      checklistId: "calls",
    });
    const save = (actor: typeof admin, value: string, more = {}) =>
      saveMarks(actor, { signOffId, form: filled({ "measured.fast": value, "sample.fast": "20", ...more }) });
    const both = await Promise.all([save(pair.manager, "4"), save(admin, "9")]);
    expect(both.filter(({ refused }) => refused.fast)).toHaveLength(1);
    await save(admin, "7", { "version.fast": "1" });
    const { refused } = await save(pair.manager, "4", { "version.fast": "1", "outcome.polite": "met" });
    expect(refused.fast).toMatchObject({
      theirs: 2,
      message: expect.stringContaining("Alma Okonjo") as string,
    });
    expect((await findSignOff(admin, signOffId)).marks.get("fast")).toMatchObject({ measured: 7 });
    const knowing = await save(pair.manager, "4", {
      "version.fast": "1",
      "version.polite": "1",
      "replace.fast": "2",
      "outcome.polite": "met",
    });
    expect(knowing.refused).toEqual({});
    expect((await findSignOff(admin, signOffId)).marks.get("fast")).toMatchObject({
      measured: 4,
      version: 3,
    });
  });

  it("sign what they looked through, and once", async () => {
    const pair = await givenPair("team-sign");
    const signOffId = await givenDraft(pair);
    const { edits } = await findSignOff(pair.manager, signOffId);
    const complete = () => completeSignOff(pair.manager, { signOffId, edits, declared: true, comment: "" });
    await saveMarks(pair.manager, { signOffId, form: filled({ "outcome.extra": "met" }, ["extra"]) });
    await expect(complete()).rejects.toMatchObject({ reason: "sign-off-changed" });
    const signed = await Promise.allSettled(Array.from({ length: 4 }, () => sign(pair.manager, signOffId)));
    expect(signed.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await recordsOf(pair.person.personId)).toHaveLength(1);
    await expect(saveMarks(pair.manager, { signOffId, form: filled(good) })).rejects.toMatchObject({
      reason: "sign-off-closed",
    });
  });

  it("never sign marks that were saved beside the signature", async () => {
    const pair = await givenPair("team-beside");
    const signOffId = await givenDraft(pair);
    const form = filled({ ...good, "measured.fast": "9", "version.fast": "1", "version.polite": "1" });
    await Promise.allSettled([sign(pair.manager, signOffId), saveMarks(pair.manager, { signOffId, form })]);
    const { state, met, marks } = await findSignOff(pair.manager, signOffId);
    if (state === "completed") expect(met).toBe(marks.get("fast")!.measured === 4.2);
    else expect(marks.get("fast")).toMatchObject({ measured: 9 });
  });

  it("answer and withdraw: one of them is heard", async () => {
    const pair = await givenPair("team-answer");
    const signOffId = await givenCompleted(pair);
    const done = await Promise.allSettled([
      acknowledge(pair.person, signOffId),
      acknowledge(pair.person, signOffId),
      answerSignOff(pair.person, { signOffId, answer: "disputed", reason: "Not mine." }),
      withdrawSignOff(pair.manager, { signOffId, reason: "By mistake" }),
    ]);
    expect(done.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const each of done)
      if (each.status === "rejected") expect(each.reason).toMatchObject({ reason: "sign-off-closed" });
    expect(await recordsOf(pair.person.personId)).toHaveLength(2);
    await expectSoundRecords();
  });
});

describe("the database", () => {
  it("keeps what was signed, and lets it be closed once", async () => {
    const pair = await givenPair("team-kept");
    const signOffId = await givenCompleted(pair);
    const refused = (sql: string) => expect(db.$executeRawUnsafe(sql), sql).rejects.toThrow(/append-only/);
    await refused(`UPDATE "SignOffMark" SET "measured" = 1 WHERE "signOffId" = '${signOffId}'`);
    await refused(
      `INSERT INTO "SignOffMark" ("signOffId", "criterionId", "version", "savedById", "savedAt") VALUES ('${signOffId}', 'extra', 1, 'x', '2026-01-01 00:00:00')`,
    );
    for (const set of [`"met" = NOT "met"`, `"comment" = 'Other'`, `"personId" = 'x'`, `"state" = 'draft'`])
      await refused(`UPDATE "SignOff" SET ${set} WHERE "id" = '${signOffId}'`);
    const draft = await givenDraft(await givenPair("team-draft-kept"));
    await refused(`UPDATE "SignOff" SET "personId" = 'x' WHERE "id" = '${draft}'`);
    await refused(`DELETE FROM "SignOff" WHERE "id" = '${draft}'`);
  });
});

describe("a certification", () => {
  it("says by which checklist it is earned, which the person does not begin", async () => {
    const { person } = await givenPair("team-to-earn");
    const { others } = await myCertificates(person);
    const { steps } = others.find(({ id }) => id === "seen")!;
    expect(steps).toEqual([{ key: "sign-off calls", kind: "sign-off", title: "Calls", to: null }]);
  });

  it("that asks for a checklist which is not there is a finding, with its line", async () => {
    const findings = await syncFiles(
      {
        "certifications/lost.yaml": {
          id: "lost",
          title: "Lost",
          edition: "1",
          summary: "Lost.",
          requirements: [{ signOff: "nowhere" }],
        },
      },
      syncCertifications,
    );
    expect(findings).toMatchObject([
      { file: "certifications/lost.yaml", line: 6, message: "There is no sign-off nowhere." },
    ]);
  });
});
