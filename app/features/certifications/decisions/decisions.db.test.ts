import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "~/features/people/actor";
import { at } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { Conflict, Invalid, NotFound } from "~/platform/errors";
import { givenPerson } from "../../../../tests/setup/builders";
import { givenAttempt, givenCompletion } from "../../../../tests/setup/given-certification";
import {
  day,
  givenEarned,
  givenIndependent,
  on,
  openDecision,
  since,
} from "../../../../tests/setup/given-decision";
import { awardEarned } from "../award-earned.server";
import { grantByDecision, refuseByDecision } from "./decide-award.server";
import { decisionPage, waitingDecisions } from "./decision-queries.server";

let admin: Actor;

beforeAll(async () => {
  admin = await givenIndependent();
});

describe("a certification on which somebody else decides", () => {
  it("is put to decision once, and awarded by it with who decided", async () => {
    const { manager, personId, decision } = await givenEarned("decided");
    await at(day, () => Promise.all(Array.from({ length: 4 }, () => awardEarned(personId))));
    expect(await db.awardDecision.count({ where: { personId } })).toBe(1);
    expect(await db.award.count({ where: { personId } })).toBe(0);
    const told = await db.outboxMessage.findMany({
      where: { payload: { contains: `/decisions/${decision}` } },
      select: { payload: true },
    });
    const addresses = told.map(({ payload }) => (JSON.parse(payload) as { to: string }).to).sort();
    expect(addresses).toEqual([admin.email, manager.email].sort());
    const { decisions } = await at(day, () => waitingDecisions(manager, null));
    expect(decisions.map(({ id }) => id)).toEqual([decision]);

    const awardId = await at(on("2025-02-03"), () => grantByDecision(manager, decision));
    const record = await db.evidenceRecord.findFirstOrThrow({ where: { awardId, kind: "award-granted" } });
    expect(record).toMatchObject({ actorId: manager.personId, occurredAt: day });
    expect(JSON.parse(record.document)).toMatchObject({ decision });
    expect((await at(on("2025-02-03"), () => waitingDecisions(manager, null))).decisions).toEqual([]);
  });

  it("is decided by who manages the person or administers, and by nobody else", async () => {
    const { manager, member, decision } = await givenEarned("guarded");
    const { manager: other } = await givenEarned("elsewhere");
    const auditor = await givenPerson({ access: "auditor", since });
    for (const actor of [other, member, auditor]) {
      await expect(grantByDecision(actor, decision)).rejects.toThrow(NotFound);
      await expect(refuseByDecision(actor, decision, "No.")).rejects.toThrow(NotFound);
      await expect(decisionPage(actor, decision)).rejects.toThrow(NotFound);
    }
    await expect(waitingDecisions(auditor, null)).rejects.toThrow(NotFound);
    expect(await decisionPage(manager, decision)).toMatchObject({ mayDecide: true, involved: [] });
  });

  it("is not decided by who published the course or marked the test", async () => {
    const manager = await at(since, () => givenPerson({ access: "manager", manages: "trained", since }));
    const { personId } = await at(since, () => givenPerson({ team: "trained", since }));
    const { manifest } = await db.courseRevision.findUniqueOrThrow({
      where: { id: "conduct-1" },
      select: { manifest: true },
    });
    const revision = { manifest, note: "", publishedAt: since, publishedById: manager.personId };
    await db.courseRevision.create({
      data: { id: "taught", courseId: "conduct", number: 2, ...revision },
      select: { id: true },
    });
    await at(day, async () => {
      await givenCompletion(personId, "conduct", "taught");
      await givenAttempt(personId, "essentials");
      await awardEarned(personId);
    });
    const decision = await openDecision(personId);
    expect(await decisionPage(manager, decision)).toMatchObject({
      mayDecide: false,
      involved: [manager.name],
    });
    await expect(at(day, () => grantByDecision(manager, decision))).rejects.toThrow(NotFound);
    expect(await at(day, () => grantByDecision(admin, decision))).toBeTruthy();
  });

  it("is refused with a reason, and put to decision again for what is done anew", async () => {
    const { manager, personId, decision } = await givenEarned("refused");
    await expect(at(day, () => refuseByDecision(manager, decision, " "))).rejects.toThrow(Invalid);
    await at(day, () => refuseByDecision(manager, decision, "The test was sat in a hurry."));
    expect(await at(on("2025-02-02"), () => awardEarned(personId))).toEqual([]);
    expect(await db.awardDecision.count({ where: { personId, state: "open" } }), "not the same again").toBe(
      0,
    );
    expect(
      await db.evidenceRecord.findFirst({ where: { personId, kind: "certification-refused" } }),
    ).toMatchObject({
      outcome: "refused",
      reason: "The test was sat in a hurry.",
    });
    await at(on("2025-02-10"), async () => {
      await givenAttempt(personId, "essentials");
      await awardEarned(personId);
    });
    const again = await openDecision(personId);
    expect(await at(on("2025-02-11"), () => grantByDecision(manager, again))).toBeTruthy();
  });

  it("is decided once of several decisions at once", async () => {
    const { manager, personId, decision } = await givenEarned("parallel");
    const results = await at(day, () =>
      Promise.allSettled([
        grantByDecision(manager, decision),
        grantByDecision(admin, decision),
        refuseByDecision(admin, decision, "No."),
        grantByDecision(manager, decision),
      ]),
    );
    const failed = results.flatMap((result) =>
      result.status === "rejected" ? [result.reason as unknown] : [],
    );
    expect(failed).toHaveLength(3);
    for (const error of failed) expect(error).toBeInstanceOf(Conflict);
    const { state } = await db.awardDecision.findUniqueOrThrow({ where: { id: decision } });
    expect(await db.award.count({ where: { personId } })).toBe(state === "granted" ? 1 : 0);
  });

  it("awards nothing that has lapsed or was earned another way meanwhile", async () => {
    const { manager, decision } = await givenEarned("late");
    await expect(at(on("2026-03-01"), () => grantByDecision(manager, decision))).rejects.toThrow(Conflict);
  });
});
