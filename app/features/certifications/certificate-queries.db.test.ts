import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "~/features/people/actor";
import { at } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { NotFound } from "~/platform/errors";
import { givenPerson } from "../../../tests/setup/builders";
import {
  givenAttempt,
  givenCompletion,
  givenCourse,
  givenFoundation,
  syncFiles,
} from "../../../tests/setup/given-certification";
import { givenRevoked } from "../../../tests/setup/given-revoked";
import { awardEarned } from "./award-earned.server";
import { certificatePage } from "./certificate-queries.server";
import { printCertificate } from "./certificate-pdf.server";
import { myCertificates, verifyCode } from "./certification-queries.server";
import { certificationPage } from "./programme/certification-page.server";
import { textOf } from "../../../tests/setup/pdf-text";

const on = (text: string) => new Date(`${text}T09:00:00Z`);
const since = on("2026-01-01");
let holder: Actor;
let awardId: string;
let code: string;

beforeAll(async () => {
  await at(since, givenFoundation);
  holder = await at(since, () =>
    givenPerson({
      name: "Łucja Österberg",
      jobRole: "customer-service-associate",
      team: "emea-service",
      since,
    }),
  );
  await at(on("2026-01-10"), () => givenCompletion(holder.personId, "conduct"));
  await at(on("2026-01-31"), () => givenAttempt(holder.personId, "essentials"));
  [awardId] = (await at(on("2026-01-31"), () => awardEarned(holder.personId))) as [string];
  ({ code } = await db.award.findUniqueOrThrow({ where: { id: awardId } }));
});

describe("a certificate", () => {
  it("shows its holder what happened and what it rests on", async () => {
    const page = await at(on("2026-02-01"), () => certificatePage(holder, awardId));
    expect(page).toMatchObject({
      own: true,
      state: "valid",
      validUntil: on("2027-01-31"),
      holderName: "Łucja Österberg",
    });
    expect(page.timeline.map(({ kind }) => kind)).toEqual(["awarded"]);
    expect(page.evidence.map(({ kind, occurredAt }) => [kind, occurredAt])).toEqual([
      ["course-completed", on("2026-01-10")],
      ["test-submitted", on("2026-01-31")],
    ]);
  });

  it("opens for the manager of the holder, auditors and administrators, and is not there for others", async () => {
    const may = [
      { access: "manager", manages: "emea-service" },
      { access: "auditor" },
      { access: "admin" },
    ] as const;
    for (const given of may)
      expect(await certificatePage(await givenPerson(given), awardId)).toMatchObject({ own: false, code });
    const mayNot = [
      {},
      { jobRole: "customer-service-associate", team: "emea-service" },
      { access: "manager", manages: "asia-service" },
      { manages: "emea-service" },
    ] as const;
    for (const given of mayNot)
      await expect(certificatePage(await givenPerson(given), awardId)).rejects.toThrow(NotFound);
    await expect(certificatePage(holder, "unknown")).rejects.toThrow(NotFound);
  });

  it("is printed with its title, holder and code, as one tagged page", async () => {
    const certificate = await at(on("2026-02-01"), () => certificatePage(holder, awardId));
    const pdf = await printCertificate({ ...certificate, issuer: "Halden Instruments" });
    const { text, pages, tagged, language } = textOf(pdf);
    for (const words of ["Service foundation", "Łucja Österberg", code, "31 January 2026", "31 January 2027"])
      expect(text).toContain(words);
    expect({ pages, tagged, language }).toEqual({ pages: 1, tagged: true, language: "en" });
  });
});

describe("the public check", () => {
  it("tells a stranger these four facts and nothing else", async () => {
    const found = await at(on("2026-02-01"), () => verifyCode(code.toLowerCase().replaceAll("-", " ")));
    expect(found).toStrictEqual({
      holderName: "Łucja Österberg",
      title: "Service foundation",
      edition: "1",
      state: "valid",
    });
  });

  it("knows no code but those of certificates", async () => {
    expect(await verifyCode("7K3M-9QXZ-40TB-VW2N")).toBeNull();
    expect(await verifyCode(awardId)).toBeNull();
    expect(await verifyCode("%")).toBeNull();
  });

  it("says that a certificate has expired or was revoked, without the reason", async () => {
    expect(await at(on("2027-01-31"), () => verifyCode(code))).toMatchObject({ state: "expired" });
    const admin = await givenPerson({ access: "admin", since });
    await at(on("2026-06-01"), () => givenRevoked(admin, { awardId, reason: "A secret reason" }));
    const found = await at(on("2026-06-02"), () => verifyCode(code));
    expect(Object.keys(found!).sort()).toEqual(["edition", "holderName", "state", "title"]);
    expect(found!.state).toBe("revoked");
    const { valid, past } = await at(on("2026-06-02"), () => myCertificates(holder));
    expect([valid.length, past.map(({ state }) => state)]).toEqual([0, ["revoked"]]);
  });
});

describe("what there is to earn", () => {
  it("leaves out what is learned in courses for others", async () => {
    await givenCourse("for-sellers");
    const ofSellers = { dimension: "job-role", value: "account-executive" };
    await db.courseAudience.create({ data: { courseId: "for-sellers", ...ofSellers } });
    const definition = { id: "selling", title: "Selling", edition: "1", summary: "S.", clauses: [] };
    await syncFiles({
      "certifications/selling.yaml": { ...definition, requirements: [{ course: "for-sellers" }] },
    });
    const seller = await givenPerson({ jobRole: "account-executive", since });
    const offered = async (actor: Actor) =>
      (await myCertificates(actor)).others.some(({ id }) => id === "selling");
    expect([await offered(seller), await offered(holder)]).toEqual([true, false]);
    const { mayChoose } = await certificationPage(seller, "selling");
    expect([mayChoose, (await certificationPage(holder, "selling")).mayChoose]).toEqual([true, false]);
  });
});
