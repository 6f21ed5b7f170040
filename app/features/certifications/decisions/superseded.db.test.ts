import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "~/features/people/actor";
import { at, now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { newId } from "~/platform/ids.server";
import { givenAttempt } from "../../../../tests/setup/given-certification";
import { day, givenEarned, givenIndependent, on, openDecision } from "../../../../tests/setup/given-decision";
import { expectSoundRecords } from "../../../../tests/setup/sound-records";
import { awardEarned } from "../award-earned.server";
import { findEarned } from "../find-earned.server";
import { grantByDecision, refuseByDecision } from "./decide-award.server";
import { decisionPage, waitingDecisions } from "./decision-queries.server";
import { putToDecision } from "./put-to-decision.server";

const later = on("2025-02-10");
let admin: Actor;

beforeAll(async () => {
  admin = await givenIndependent();
});

const stateOf = async (id: string) =>
  (await db.awardDecision.findUniqueOrThrow({ where: { id }, select: { state: true } })).state;
const refusals = (personId: string) =>
  db.evidenceRecord.count({ where: { personId, kind: "certification-refused" } });
const passesAgain = (personId: string) =>
  at(later, async () => {
    const attemptId = await givenAttempt(personId, "essentials");
    await awardEarned(personId);
    return attemptId;
  });

describe("a decision about evidence that something newer took the place of", () => {
  it("waits no longer, and is neither granted nor refused", async () => {
    const { manager, personId, decision } = await givenEarned("newer");
    await passesAgain(personId);
    const newer = await openDecision(personId);
    expect(newer).not.toBe(decision);
    const { decisions } = await at(later, () => waitingDecisions(manager, null));
    expect(decisions.map(({ id }) => id)).toEqual([newer]);
    expect(await decisionPage(manager, decision)).toMatchObject({
      state: "superseded",
      mayDecide: false,
      decidedBy: null,
      decidedAt: later,
    });
    const over = { reason: "decided" };
    await expect(at(later, () => grantByDecision(manager, decision))).rejects.toMatchObject(over);
    await expect(at(later, () => refuseByDecision(manager, decision, "No."))).rejects.toMatchObject(over);

    expect(await at(later, () => grantByDecision(manager, newer))).toBeTruthy();
    await expect(at(later, () => refuseByDecision(manager, decision, "No."))).rejects.toMatchObject(over);
    expect(await refusals(personId)).toBe(0);
    await expectSoundRecords();
  });

  it("is not refused while nobody has noticed the newer evidence, which is put by that", async () => {
    const { manager, personId, decision } = await givenEarned("unnoticed");
    await at(later, () => givenAttempt(personId, "essentials"));
    await expect(at(later, () => refuseByDecision(manager, decision, "No."))).rejects.toMatchObject({
      reason: "not-earned",
    });
    expect(await refusals(personId)).toBe(0);
    expect(await stateOf(decision)).toBe("superseded");
    expect(await openDecision(personId)).not.toBe(decision);
  });

  it("is closed by an award, also where it was left open before", async () => {
    const { manager, decision } = await givenEarned("left-open");
    const {
      id: _,
      evidenceKey: __,
      ...row
    } = await db.awardDecision.findUniqueOrThrow({ where: { id: decision } });
    const [id, evidenceKey] = [newId(), "of long ago"];
    await db.awardDecision.create({ data: { ...row, id, evidenceKey }, select: { id: true } });
    await at(day, () => grantByDecision(manager, decision));
    expect(await stateOf(id)).toBe("superseded");
    expect(await stateOf(decision)).toBe("granted");
  });

  it("is not put any more once somebody has awarded it", async () => {
    const { manager, personId, decision } = await givenEarned("awarded");
    const [earned] = await at(day, () => findEarned(personId));
    await at(day, () => grantByDecision(manager, decision));
    const evidence = earned!.evidence.map((piece) => ({ ...piece, recordId: newId() }));
    await at(day, () => putToDecision(personId, { ...earned!, evidence }));
    expect(await db.awardDecision.count({ where: { personId } })).toBe(1);
  });

  it("is put again when its evidence counts again", async () => {
    const { manager, personId, decision } = await givenEarned("taken-back");
    const attemptId = await passesAgain(personId);
    const newer = await openDecision(personId);
    await at(on("2025-02-11"), async () => {
      const of = { personId, assessmentId: "essentials", attemptId, effectiveAt: later, recordedAt: now() };
      await db.attemptResult.create({
        data: { id: newId(), number: 2, cause: "regraded", ...of, score: 0, passed: false },
        select: { id: true },
      });
      await awardEarned(personId);
    });
    expect([await stateOf(decision), await stateOf(newer)]).toEqual(["open", "superseded"]);
    expect(await at(on("2025-02-12"), () => grantByDecision(manager, decision))).toBeTruthy();
  });

  it("that has lapsed waits no longer either once somebody has tried to decide it", async () => {
    const { manager, personId, decision } = await givenEarned("lapsed");
    await expect(
      at(on("2026-03-01"), () => refuseByDecision(manager, decision, "No.")),
    ).rejects.toMatchObject({
      reason: "not-earned",
    });
    expect(await stateOf(decision)).toBe("superseded");
    expect(await refusals(personId)).toBe(0);
  });

  it("leaves one award or one open decision, whoever is first", async () => {
    const { manager, personId, decision } = await givenEarned("racing");
    await at(later, () =>
      Promise.allSettled([
        passesAgain(personId),
        grantByDecision(manager, decision),
        refuseByDecision(admin, decision, "No."),
        awardEarned(personId),
      ]),
    );
    await at(later, () => awardEarned(personId));
    const [awards, open] = await Promise.all([
      db.award.count({ where: { personId } }),
      db.awardDecision.count({ where: { personId, state: "open" } }),
    ]);
    expect(awards + open).toBe(1);
  });
});
