/** Nothing is decided about who has left, and nothing is written to them: the address may be somebody else's by now. */
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "~/features/people/actor";
import { at } from "~/platform/clock.server";
import { db, transaction } from "~/platform/db/client.server";
import { givenPerson } from "../../../tests/setup/builders";
import { foundation, syncFiles } from "../../../tests/setup/given-certification";
import { day, givenEarned, givenIndependent, on, since } from "../../../tests/setup/given-decision";
import { givenChecklist, givenCompleted } from "../../../tests/setup/given-sign-off";
import { mailAward } from "./award-mail.server";
import { certificationDefinition } from "./certification-definition";
import { changeAward } from "./change-award.server";
import { grantByDecision, refuseByDecision } from "./decisions/decide-award.server";
import { decisionPage, waitingDecisions } from "./decisions/decision-queries.server";
import { refuseCertificate } from "./external/decide-external.server";
import { sendCertificate } from "./external/send-certificate.server";
import { withdrawSignOff } from "./sign-offs/withdraw-sign-off.server";

const later = on("2025-02-10");
let admin: Actor;

beforeAll(async () => {
  admin = await givenIndependent();
  await at(since, givenChecklist);
});

const leaves = ({ personId }: Actor, leftAt: Date | null = later) =>
  db.person.update({ where: { id: personId }, data: { leftAt }, select: { id: true } });
const mailsTo = async ({ email }: Actor) =>
  (await db.outboxMessage.findMany({ where: { topic: "email" }, select: { payload: true } })).filter(
    ({ payload }) => payload.includes(`"${email}"`),
  ).length;

describe("who has left", () => {
  it("is awarded and refused nothing, and can be once they are back", async () => {
    const { member, personId, decision } = await givenEarned("leaving");
    await leaves(member);
    const before = await mailsTo(member);
    await at(later, async () => {
      for (const act of [
        () => grantByDecision(admin, decision),
        () => refuseByDecision(admin, decision, "Has left."),
      ])
        await expect(act()).rejects.toMatchObject({ reason: "has-left" });
      const { decisions } = await waitingDecisions(admin, null);
      expect(decisions.map(({ id }) => id)).not.toContain(decision);
      expect(await decisionPage(admin, decision)).toMatchObject({
        state: "open",
        hasLeft: true,
        mayDecide: false,
      });
    });
    expect(await db.award.count({ where: { personId } })).toBe(0);
    expect(await db.evidenceRecord.count({ where: { personId, kind: "certification-refused" } })).toBe(0);
    expect(await mailsTo(member)).toBe(before);

    await leaves(member, null);
    await at(later, async () => {
      const { decisions } = await waitingDecisions(admin, null);
      expect(decisions.map(({ id }) => id)).toContain(decision);
      expect(await decisionPage(admin, decision)).toMatchObject({ hasLeft: false, mayDecide: true });
      expect(await grantByDecision(admin, decision)).toBeTruthy();
    });
    expect(await mailsTo(member)).toBe(before + 1);
  });

  it("is not written to when a certificate changes or is awarded", async () => {
    const { member, personId, decision } = await givenEarned("changed");
    const awardId = await at(day, () => grantByDecision(admin, decision));
    await leaves(member);
    const before = await mailsTo(member);
    await at(later, () => changeAward(admin, "suspended", { awardId, reason: "It is looked into." }));
    const definition = certificationDefinition.parse(foundation);
    const dates = { validFrom: later, validUntil: null };
    const told = { personId, awardId, code: "0000000000000000", definition, ...dates };
    await at(later, () => transaction((tx) => mailAward(tx, told)));
    expect(await mailsTo(member)).toBe(before);
  });

  it("is not written to when a certificate of theirs is checked or a sign-off is withdrawn", async () => {
    const licence = { certificate: { id: "licence", title: "Driving licence" } };
    await at(since, () =>
      syncFiles({
        "certifications/driving.yaml": {
          ...foundation,
          id: "driving",
          title: "Driving",
          requirements: [{ course: "conduct" }, licence],
          renewal: [{ requirements: [licence] }],
        },
      }),
    );
    const manager = await at(since, () => givenPerson({ access: "manager", manages: "road", since }));
    const person = await at(since, () => givenPerson({ team: "road", since }));
    const signOffId = await at(day, () => givenCompleted({ manager, person }));
    const certificateId = await at(day, () =>
      sendCertificate(person, {
        certificationId: "driving",
        stepId: "licence",
        issuer: "Kraftfahrt-Bundesamt",
        number: "B072-11",
        issuedOn: "2020-03-04",
        expiresOn: "2026-03-03",
        file: new File([Buffer.from("%PDF-1.7\n%%EOF\n")], "licence.pdf"),
      }),
    );
    await leaves(person);
    const before = await mailsTo(person);
    await at(later, async () => {
      await refuseCertificate(admin, { certificateId, reason: "Has left." });
      await withdrawSignOff(admin, { signOffId, reason: "Has left." });
    });
    expect(await mailsTo(person)).toBe(before);
  });
});
