import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "~/features/people/actor";
import { at } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { givenPerson } from "../../../../tests/setup/builders";
import {
  foundation,
  givenCourse,
  givenCompletion,
  syncFiles,
} from "../../../../tests/setup/given-certification";
import { expectSoundRecords } from "../../../../tests/setup/sound-records";
import { awardEarned } from "../award-earned.server";
import { certificatePage } from "../certificate-queries.server";
import { myCertificates } from "../certification-queries.server";
import { acceptCertificate, refuseCertificate, withdrawCertificate } from "./decide-external.server";
import { externalFile, externalPage } from "./external-page.server";
import { externalQueue, externalsWaiting } from "./external-queue.server";
import { revokeAcceptance } from "./revoke-external.server";
import { sendCertificate } from "./send-certificate.server";
import { sendPage } from "./send-page.server";

const on = (text: string) => new Date(`${text}T09:00:00Z`);
const since = on("2025-01-01");
const missing = { reason: "not-found" };
const decided = { reason: "certificate-decided" };
const place = { certificationId: "driving", stepId: "licence" };
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
let manager: Actor;
let other: Actor;
let admin: Actor;
let auditor: Actor;

beforeAll(async () => {
  manager = await givenPerson({ access: "manager", manages: "road", since });
  other = await givenPerson({ access: "manager", manages: "elsewhere", since });
  admin = await givenPerson({ access: "admin", since });
  auditor = await givenPerson({ access: "auditor", since });
  await at(since, () => givenCourse("safety"));
  await at(since, () =>
    syncFiles({
      "certifications/driving.yaml": {
        ...foundation,
        id: "driving",
        title: "Driving",
        requirements: [{ course: "safety" }, { certificate: { id: "licence", title: "Driving licence" } }],
        /* Something that is done anew, so that it may expire. */
        renewal: [{ requirements: [{ certificate: { id: "licence", title: "Driving licence" } }] }],
      },
    }),
  );
});

const member = (timeZone = "UTC") => at(since, () => givenPerson({ team: "road", since, timeZone }));
const printed = {
  issuer: "Kraftfahrt-Bundesamt",
  number: "B072-11",
  issuedOn: "2020-03-04",
  expiresOn: "2026-03-03",
};
const scan = (bytes: BlobPart = PNG, name = "licence.png") => new File([bytes], name);
const sends = (actor: Actor, day: string, what: Partial<typeof printed> & { file?: File | null } = {}) =>
  at(on(day), () => sendCertificate(actor, { ...place, ...printed, file: scan(), ...what }));
const asPrinted = { issuedOn: printed.issuedOn, expiresOn: printed.expiresOn, reason: null };
const accepts = (
  actor: Actor,
  certificateId: string,
  day: string,
  days: Partial<{ issuedOn: string; expiresOn: string | null; reason: string | null }> = {},
) => at(on(day), () => acceptCertificate(actor, { certificateId, ...asPrinted, ...days }));
const stateFor = async (actor: Actor, id: string) => (await externalPage(actor, id)).state;
const mailsTo = async ({ email }: Actor) =>
  (await db.outboxMessage.findMany({ where: { topic: "email" }, select: { payload: true } }))
    .map(({ payload }) => payload)
    .filter((payload) => payload.includes(`"${email}"`));
const fieldsOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "nothing was wrong",
    (error: { fields?: Record<string, string[]> }) => Object.keys(error.fields ?? {}),
  );

/** Who has read the course too, so that only the certificate is missing. */
async function reader(): Promise<Actor> {
  const actor = await member();
  await at(on("2025-01-10"), () => givenCompletion(actor.personId, "safety"));
  return actor;
}

describe("sending in a certificate", () => {
  it("is recorded, waits for those who may check it, and tells the manager of the team", async () => {
    const actor = await member();
    const before = (await externalsWaiting(manager))!;
    const id = await sends(actor, "2025-02-01");
    expect(await stateFor(actor, id)).toBe("waiting");
    expect(await externalsWaiting(manager)).toBe(before + 1);
    expect(await externalsWaiting(auditor)).toBeNull();
    expect((await mailsTo(manager)).some((mail) => mail.includes(id))).toBe(true);
    expect((await mailsTo(admin)).some((mail) => mail.includes(id))).toBe(false);
    const record = await db.evidenceRecord.findUniqueOrThrow({ where: { id } });
    expect(record).toMatchObject({ kind: "external-certificate-sent", outcome: "sent" });
    await expect(externalQueue(auditor, null)).rejects.toMatchObject(missing);
    await expectSoundRecords();
  });

  it("refuses a file that lies, that is empty, that is too big or that is none", async () => {
    const actor = await member();
    const lie = Buffer.from("<script>alert(1)</script>");
    for (const file of [
      scan(lie, "licence.png"),
      scan(PNG, "licence.pdf"),
      scan(lie, "licence.html"),
      scan(Buffer.alloc(0), "licence.png"),
      scan(Buffer.concat([PNG, Buffer.alloc(10_000_001)]), "licence.png"),
      scan(Buffer.alloc(0), ""),
      null,
    ])
      expect(await fieldsOf(sends(actor, "2025-02-01", { file }))).toEqual(["file"]);
    expect(await db.externalCertificate.count({ where: { personId: actor.personId } })).toBe(0);
  });

  it("refuses days that cannot be, where the holder lives", async () => {
    const actor = await member();
    const wrong = (days: Partial<typeof printed>) => fieldsOf(sends(actor, "2025-02-01", days));
    expect(await wrong({ issuedOn: "2025-02-02" })).toEqual(["issuedOn"]);
    expect(await wrong({ expiresOn: "2020-03-04" })).toEqual(["expiresOn"]);
    expect(await wrong({ expiresOn: "2025-01-31" })).toEqual(["expiresOn"]);
    /* 09:00 UTC is the next day already in Kiritimati. */
    const ahead = await member("Pacific/Kiritimati");
    expect(
      await at(new Date("2025-02-01T11:00:00Z"), () =>
        sendCertificate(ahead, { ...place, ...printed, issuedOn: "2025-02-02", file: scan() }),
      ),
    ).toEqual(expect.any(String));
  });

  it("takes one at a time, and only what is asked for", async () => {
    const actor = await member();
    const results = await Promise.allSettled(Array.from({ length: 4 }, () => sends(actor, "2025-02-01")));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const result of results)
      if (result.status === "rejected") expect(result.reason).toMatchObject({ reason: "certificate-waits" });
    expect(await db.externalCertificate.count({ where: { personId: actor.personId } })).toBe(1);
    const elsewhere = { ...printed, file: scan(), certificationId: "driving", stepId: "passport" };
    await expect(sendCertificate(actor, elsewhere)).rejects.toMatchObject(missing);
  });
});

describe("who may see and check it", () => {
  it("is the holder's manager and administrators, never the holder, and auditors look on", async () => {
    const actor = await member();
    const id = await sends(actor, "2025-02-01");
    for (const each of [actor, manager, admin, auditor])
      expect(await externalFile(each, id)).toMatchObject({ name: "licence.png" });
    for (const each of [other, await member()]) {
      await expect(externalPage(each, id)).rejects.toMatchObject(missing);
      await expect(externalFile(each, id)).rejects.toMatchObject(missing);
    }
    expect((await externalQueue(other, null)).rows).toEqual([]);
    for (const each of [actor, other, auditor]) {
      await expect(accepts(each, id, "2025-02-02")).rejects.toMatchObject(missing);
      const refusal = { certificateId: id, reason: "Not readable." };
      await expect(refuseCertificate(each, refusal)).rejects.toMatchObject(missing);
    }
    await expect(withdrawCertificate(manager, { certificateId: id })).rejects.toMatchObject(missing);
    expect(await stateFor(manager, id)).toBe("waiting");
  });

  it("is not the holder either where they manage and administer", async () => {
    const boss = await at(since, () =>
      givenPerson({ access: ["manager", "admin"], manages: "own-team", team: "own-team", since }),
    );
    const id = await sends(boss, "2025-02-01");
    await expect(accepts(boss, id, "2025-02-02")).rejects.toMatchObject(missing);
    expect((await externalQueue(boss, null)).rows.map((row) => row.id)).not.toContain(id);
    await accepts(admin, id, "2025-02-02");
    expect(await stateFor(boss, id)).toBe("accepted");
  });
});

describe("an accepted certificate", () => {
  it("counts from when it was accepted until its own end, and earns what asks for it", async () => {
    const actor = await reader();
    const id = await sends(actor, "2025-06-01", { expiresOn: "2025-12-31" });
    expect(await at(on("2025-06-01"), () => awardEarned(actor.personId))).toEqual([]);
    await accepts(manager, id, "2025-06-03", { expiresOn: "2025-12-31" });
    expect((await mailsTo(actor)).some((mail) => mail.includes("checked and accepted"))).toBe(true);
    const [awardId] = await at(on("2025-06-03"), () => awardEarned(actor.personId));
    expect(await db.award.findUniqueOrThrow({ where: { id: awardId! } })).toMatchObject({
      validFrom: on("2025-06-03"),
      validUntil: new Date("2026-01-01T00:00:00Z"),
    });
    const { evidence } = await at(on("2025-06-04"), () => certificatePage(actor, awardId!));
    expect(evidence.find(({ externalId }) => externalId === id)).toMatchObject({ title: "Driving licence" });
    await expectSoundRecords();
  });

  it("takes corrected days with a reason, to the end of the last one in UTC, and none without", async () => {
    const actor = await member("America/New_York");
    const id = await sends(actor, "2025-02-01");
    const days = { expiresOn: "2027-03-03" };
    expect(await fieldsOf(accepts(manager, id, "2025-02-02", days))).toEqual(["reason"]);
    await accepts(manager, id, "2025-02-02", { ...days, reason: "The year was misread." });
    const [decision] = (await externalPage(actor, id)).decisions;
    expect(decision).toMatchObject({
      kind: "accepted",
      expiresOn: "2027-03-03",
      reason: "The year was misread.",
    });
    const row = await db.externalDecision.findFirstOrThrow({ where: { certificateId: id } });
    expect(row.expiresAt).toEqual(new Date("2027-03-04T00:00:00Z"));
    expect((await at(on("2025-02-03"), () => sendPage(actor, place))).certificates[0]).toMatchObject({
      expiresOn: "2027-03-03",
      state: "accepted",
    });
  });

  it("is followed by the next one, accepted before the award ends", async () => {
    const actor = await reader();
    await accepts(manager, await sends(actor, "2025-06-01", { expiresOn: "2025-12-31" }), "2025-06-03", {
      expiresOn: "2025-12-31",
    });
    await at(on("2025-06-03"), () => awardEarned(actor.personId));
    const days = { issuedOn: "2025-11-20", expiresOn: "2030-11-19" };
    const next = await sends(actor, "2025-12-01", days);
    expect(await at(on("2025-12-01"), () => awardEarned(actor.personId))).toEqual([]);
    await accepts(manager, next, "2025-12-02", days);
    expect(await at(on("2025-12-02"), () => awardEarned(actor.personId))).toHaveLength(1);
  });

  it("counts no more once it is found to be false, and the administrators hear what rests on it", async () => {
    const actor = await reader();
    const id = await sends(actor, "2025-06-01");
    await expect(revokeAcceptance(manager, { certificateId: id, reason: "Forged." })).rejects.toMatchObject({
      reason: "not-accepted",
    });
    await accepts(manager, id, "2025-06-02");
    const [awardId] = await at(on("2025-06-02"), () => awardEarned(actor.personId));
    await expect(revokeAcceptance(actor, { certificateId: id, reason: "Forged." })).rejects.toMatchObject(
      missing,
    );
    const revoking = () =>
      at(on("2025-07-01"), () => revokeAcceptance(manager, { certificateId: id, reason: "Forged." }));
    const results = await Promise.allSettled([revoking(), revoking()]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await stateFor(actor, id)).toBe("revoked");
    expect((await mailsTo(admin)).some((mail) => mail.includes(awardId!))).toBe(true);
    const { evidence } = await at(on("2025-07-02"), () => certificatePage(actor, awardId!));
    expect(evidence.find(({ externalId }) => externalId === id)!.revokedAt).toEqual(on("2025-07-01"));
    expect(await at(on("2026-05-10"), () => awardEarned(actor.personId))).toEqual([]);
    await expectSoundRecords();
  });
});

describe("decisions at the same moment", () => {
  it("let one of two reviewers win", async () => {
    const actor = await member();
    const id = await sends(actor, "2025-02-01");
    const results = await Promise.allSettled([
      accepts(manager, id, "2025-02-02"),
      at(on("2025-02-02"), () => refuseCertificate(admin, { certificateId: id, reason: "Not readable." })),
    ]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const lost = results.find(({ status }) => status === "rejected") as PromiseRejectedResult;
    expect(lost.reason).toMatchObject(decided);
    expect((await externalPage(actor, id)).decisions).toHaveLength(1);
  });

  it("let a withdrawal or an acceptance win, not both", async () => {
    const actor = await member();
    const id = await sends(actor, "2025-02-01");
    const results = await Promise.allSettled([
      at(on("2025-02-02"), () => withdrawCertificate(actor, { certificateId: id })),
      accepts(manager, id, "2025-02-02"),
    ]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await externalPage(actor, id)).decisions).toHaveLength(1);
  });

  it("leave room for another one after a refusal or a withdrawal", async () => {
    const actor = await member();
    const first = await sends(actor, "2025-02-01");
    await at(on("2025-02-02"), () =>
      refuseCertificate(manager, { certificateId: first, reason: "Not readable." }),
    );
    expect((await mailsTo(actor)).some((mail) => mail.includes("Not readable."))).toBe(true);
    const second = await sends(actor, "2025-02-03");
    await at(on("2025-02-04"), () => withdrawCertificate(actor, { certificateId: second }));
    await expect(accepts(manager, second, "2025-02-05")).rejects.toMatchObject(decided);
    await sends(actor, "2025-02-06");
    const { certificates } = await at(on("2025-02-07"), () => sendPage(actor, place));
    expect(certificates.map(({ state }) => state)).toEqual(["waiting", "withdrawn", "refused"]);
  });
});

it("is a queue with what waits longest first, by pages", async () => {
  const lead = await givenPerson({ access: "manager", manages: "long-queue", since });
  const ids: string[] = [];
  for (let day = 1; day <= 31; day++) {
    const actor = await at(since, () => givenPerson({ team: "long-queue", since }));
    ids.push(await sends(actor, `2025-03-${String(day).padStart(2, "0")}`));
  }
  const first = await externalQueue(lead, null);
  expect(first.rows.map(({ id }) => id)).toEqual(ids.slice(0, 30));
  const [time, id] = first.next!.split(".");
  const second = await externalQueue(lead, { at: new Date(Number(time)), id: id! });
  expect(second).toMatchObject({ rows: [{ id: ids[30] }], next: null });
});

it("can be begun from the list of what there is to earn", async () => {
  const { others } = await myCertificates(await member());
  expect(others.find(({ id }) => id === "driving")!.steps).toContainEqual({
    key: "certificate licence",
    kind: "certificate",
    title: "Driving licence",
    to: "/external-certificates/send/driving/licence",
  });
});
