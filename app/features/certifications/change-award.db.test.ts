import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "~/features/people/actor";
import { at } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { Conflict, Invalid, NotFound } from "~/platform/errors";
import { givenPerson } from "../../../tests/setup/builders";
import { givenAttempt, givenCompletion, givenFoundation } from "../../../tests/setup/given-certification";
import { awardEarned } from "./award-earned.server";
import { certificationStates } from "./certification-states.server";
import { reinstateAward } from "./reinstate-award.server";
import { revokeAward } from "./revoke-award.server";

const on = (text: string) => new Date(`${text}T09:00:00Z`);
const since = on("2026-01-01");
const reason = "The test was sat by someone else.";
let admin: Actor;

beforeAll(() =>
  at(since, async () => {
    await givenFoundation();
    admin = await givenPerson({ access: "admin", since });
  }),
);

async function givenAward() {
  const { personId, email } = await at(since, () =>
    givenPerson({ jobRole: "customer-service-associate", since }),
  );
  await at(on("2026-01-31"), () => givenCompletion(personId, "conduct"));
  await at(on("2026-01-31"), () => givenAttempt(personId, "essentials"));
  const [awardId] = await at(on("2026-01-31"), () => awardEarned(personId));
  return { personId, email, awardId: awardId! };
}

async function statusOf(personId: string, effective: string, known: string) {
  return (await certificationStates([personId], { effective: on(effective), known: on(known) }))[0]!.status;
}

describe("revoking and reinstating", () => {
  it("answer as of two dates", async () => {
    const { personId, awardId } = await givenAward();
    await at(on("2026-06-10"), () => revokeAward(admin, { awardId, reason, effectiveAt: on("2026-06-01") }));
    await at(on("2026-07-01"), () => reinstateAward(admin, { awardId, reason: "It was not so." }));

    expect(await statusOf(personId, "2026-05-31", "2026-06-10")).toBe("valid");
    expect(await statusOf(personId, "2026-06-05", "2026-06-09")).toBe("valid");
    expect(await statusOf(personId, "2026-06-05", "2026-06-10")).toBe("revoked");
    expect(await statusOf(personId, "2026-07-02", "2026-06-30")).toBe("revoked");
    expect(await statusOf(personId, "2026-07-02", "2026-07-02")).toBe("valid");
    expect(await statusOf(personId, "2026-06-15", "2026-07-02")).toBe("revoked");
  });

  it("can undo a revocation from its first day", async () => {
    const { personId, awardId } = await givenAward();
    await at(on("2026-06-10"), () => revokeAward(admin, { awardId, reason }));
    await at(on("2026-07-01"), () =>
      reinstateAward(admin, { awardId, reason, effectiveAt: on("2026-06-10") }),
    );
    expect(await statusOf(personId, "2026-06-15", "2026-06-15")).toBe("revoked");
    expect(await statusOf(personId, "2026-06-15", "2026-07-02")).toBe("valid");
  });

  it("are recorded with who, why and when, and told to the holder", async () => {
    const { email, awardId } = await givenAward();
    const id = await at(on("2026-06-10"), () => revokeAward(admin, { awardId, reason: `  ${reason} ` }));
    expect(await db.evidenceRecord.findUniqueOrThrow({ where: { id } })).toMatchObject({
      kind: "award-revoked",
      actorId: admin.personId,
      reason,
      awardId,
      occurredAt: on("2026-06-10"),
    });
    expect(await db.ledgerEntry.count({ where: { id } })).toBe(1);
    const mail = await db.outboxMessage.findMany({
      where: { payload: { contains: email } },
      orderBy: { id: "asc" },
    });
    expect(mail.at(-1)!.payload).toContain(reason);
  });

  it("happen once when asked at the same moment", async () => {
    const { awardId } = await givenAward();
    const calls = await at(on("2026-06-10"), () =>
      Promise.allSettled(Array.from({ length: 6 }, () => revokeAward(admin, { awardId, reason }))),
    );
    const refused = calls.filter((call) => call.status === "rejected");
    expect(refused).toHaveLength(5);
    for (const { reason: error } of refused) expect(error).toBeInstanceOf(Conflict);
    expect(await db.awardEvent.count({ where: { awardId } })).toBe(1);
    expect(await db.evidenceRecord.count({ where: { awardId, kind: "award-revoked" } })).toBe(1);
  });

  it("refuse what the state does not allow", async () => {
    const { awardId } = await givenAward();
    await expect(at(on("2026-06-10"), () => reinstateAward(admin, { awardId, reason }))).rejects.toThrow(
      Conflict,
    );
    await expect(at(on("2027-06-10"), () => revokeAward(admin, { awardId, reason }))).rejects.toThrow(
      Conflict,
    );
    await at(on("2026-06-10"), () => revokeAward(admin, { awardId, reason }));
    await expect(at(on("2026-06-11"), () => revokeAward(admin, { awardId, reason }))).rejects.toThrow(
      Conflict,
    );
  });

  it("refuse bad dates and empty reasons, and change nothing", async () => {
    const { awardId } = await givenAward();
    const tries = [
      { reason: "  " },
      { reason: "x".repeat(1_001) },
      { reason, effectiveAt: on("2026-06-11") },
      { reason, effectiveAt: on("2026-01-30") },
      { reason, effectiveAt: on("2030-01-01") },
    ];
    for (const attempt of tries)
      await expect(at(on("2026-06-10"), () => revokeAward(admin, { awardId, ...attempt }))).rejects.toThrow(
        Invalid,
      );
    expect(await db.awardEvent.count({ where: { awardId } })).toBe(0);
  });

  it("are open to administrators only, and say nothing to others", async () => {
    const { awardId } = await givenAward();
    for (const access of ["manager", "auditor", undefined] as const) {
      const other = await givenPerson({ ...(access ? { access } : {}), manages: "emea-service" });
      await expect(revokeAward(other, { awardId, reason })).rejects.toThrow(NotFound);
    }
    await expect(revokeAward(admin, { awardId: "unknown", reason })).rejects.toThrow(NotFound);
  });

  it("let nothing be earned from before the revocation, and a new award from after it", async () => {
    const { personId, awardId } = await givenAward();
    await at(on("2026-06-05"), () => givenAttempt(personId, "essentials"));
    await at(on("2026-06-10"), () => revokeAward(admin, { awardId, reason, effectiveAt: on("2026-06-01") }));
    expect(await at(on("2026-06-11"), () => awardEarned(personId))).toEqual([]);
    await at(on("2026-06-12"), () => givenAttempt(personId, "essentials"));
    expect(await at(on("2026-06-12"), () => awardEarned(personId))).toHaveLength(1);
    expect(await statusOf(personId, "2026-06-13", "2026-06-13")).toBe("valid");
  });
});
