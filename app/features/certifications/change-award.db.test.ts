import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "~/features/people/actor";
import { at } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { Conflict, Invalid, NotFound } from "~/platform/errors";
import { givenPerson } from "../../../tests/setup/builders";
import { givenAttempt, givenCompletion, givenFoundation } from "../../../tests/setup/given-certification";
import { givenRevoked } from "../../../tests/setup/given-revoked";
import { awardEarned } from "./award-earned.server";
import { certificationStates } from "./certification-states.server";
import {
  confirmRevocation,
  declineRevocation,
  proposeRevocation,
  withdrawRevocation,
} from "./revoke-award.server";
import { changeAward } from "./change-award.server";

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
  const holder = await at(since, () =>
    givenPerson({ jobRole: "customer-service-associate", team: "emea-service", since }),
  );
  const { personId, email } = holder;
  await at(on("2026-01-31"), () => givenCompletion(personId, "conduct"));
  await at(on("2026-01-31"), () => givenAttempt(personId, "essentials"));
  const [awardId] = await at(on("2026-01-31"), () => awardEarned(personId));
  return { holder, personId, email, awardId: awardId! };
}

async function statusOf(personId: string, effective: string, known: string) {
  return (await certificationStates([personId], { effective: on(effective), known: on(known) }))[0]!.status;
}

describe("revoking and reinstating", () => {
  it("answer as of two dates", async () => {
    const { personId, awardId } = await givenAward();
    await at(on("2026-06-10"), () => givenRevoked(admin, { awardId, reason, effectiveAt: on("2026-06-01") }));
    await at(on("2026-07-01"), () => changeAward(admin, "reinstated", { awardId, reason: "It was not so." }));

    expect(await statusOf(personId, "2026-05-31", "2026-06-10")).toBe("valid");
    expect(await statusOf(personId, "2026-06-05", "2026-06-09")).toBe("valid");
    expect(await statusOf(personId, "2026-06-05", "2026-06-10")).toBe("revoked");
    expect(await statusOf(personId, "2026-07-02", "2026-06-30")).toBe("revoked");
    expect(await statusOf(personId, "2026-07-02", "2026-07-02")).toBe("valid");
    expect(await statusOf(personId, "2026-06-15", "2026-07-02")).toBe("revoked");
  });

  it("can undo a revocation from its first day", async () => {
    const { personId, awardId } = await givenAward();
    await at(on("2026-06-10"), () => givenRevoked(admin, { awardId, reason }));
    await at(on("2026-07-01"), () =>
      changeAward(admin, "reinstated", { awardId, reason, effectiveAt: on("2026-06-10") }),
    );
    expect(await statusOf(personId, "2026-06-15", "2026-06-15")).toBe("revoked");
    expect(await statusOf(personId, "2026-06-15", "2026-07-02")).toBe("valid");
  });

  it("are recorded with who, why and when, and told to the holder", async () => {
    const { email, awardId } = await givenAward();
    const id = await at(on("2026-06-10"), () => givenRevoked(admin, { awardId, reason: `  ${reason} ` }));
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
      Promise.allSettled(Array.from({ length: 6 }, () => givenRevoked(admin, { awardId, reason }))),
    );
    const refused = calls.filter((call) => call.status === "rejected");
    expect(refused).toHaveLength(5);
    for (const { reason: error } of refused) expect(error).toBeInstanceOf(Conflict);
    expect(await db.awardEvent.count({ where: { awardId } })).toBe(1);
    expect(await db.evidenceRecord.count({ where: { awardId, kind: "award-revoked" } })).toBe(1);
  });

  it("refuse what the state does not allow", async () => {
    const { awardId } = await givenAward();
    await expect(
      at(on("2026-06-10"), () => changeAward(admin, "reinstated", { awardId, reason })),
    ).rejects.toThrow(Conflict);
    await expect(at(on("2027-06-10"), () => givenRevoked(admin, { awardId, reason }))).rejects.toThrow(
      Conflict,
    );
    await at(on("2026-06-10"), () => givenRevoked(admin, { awardId, reason }));
    await expect(at(on("2026-06-11"), () => givenRevoked(admin, { awardId, reason }))).rejects.toThrow(
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
      await expect(at(on("2026-06-10"), () => givenRevoked(admin, { awardId, ...attempt }))).rejects.toThrow(
        Invalid,
      );
    expect(await db.awardEvent.count({ where: { awardId } })).toBe(0);
  });

  it("are open to administrators only, and say nothing to others", async () => {
    const { awardId } = await givenAward();
    for (const access of ["manager", "auditor", undefined] as const) {
      const other = await givenPerson({ ...(access ? { access } : {}), manages: "emea-service" });
      await expect(proposeRevocation(other, { awardId, reason })).rejects.toThrow(NotFound);
    }
    await expect(givenRevoked(admin, { awardId: "unknown", reason })).rejects.toThrow(NotFound);
  });

  it("let nothing be earned from before the revocation, and a new award from after it", async () => {
    const { personId, awardId } = await givenAward();
    await at(on("2026-06-05"), () => givenAttempt(personId, "essentials"));
    await at(on("2026-06-10"), () => givenRevoked(admin, { awardId, reason, effectiveAt: on("2026-06-01") }));
    expect(await at(on("2026-06-11"), () => awardEarned(personId))).toEqual([]);
    await at(on("2026-06-12"), () => givenAttempt(personId, "essentials"));
    expect(await at(on("2026-06-12"), () => awardEarned(personId))).toHaveLength(1);
    expect(await statusOf(personId, "2026-06-13", "2026-06-13")).toBe("valid");
  });
});

describe("a revocation takes two", () => {
  const given = async () => {
    const { holder, personId, awardId } = await givenAward();
    const proposalId = await at(on("2026-06-10"), () => proposeRevocation(admin, { awardId, reason }));
    return { holder, personId, awardId, proposalId };
  };

  it("counts until a second person has confirmed it, and then from the day that was proposed", async () => {
    const { personId, awardId, proposalId } = await given();
    expect(await statusOf(personId, "2026-06-11", "2026-06-11")).toBe("valid");
    const second = await givenPerson({ access: "admin" });
    await at(on("2026-06-12"), () => confirmRevocation(second, proposalId));
    expect(await statusOf(personId, "2026-06-11", "2026-06-11")).toBe("valid");
    expect(await statusOf(personId, "2026-06-11", "2026-06-12")).toBe("revoked");
    expect(await db.awardEvent.findFirstOrThrow({ where: { awardId } })).toMatchObject({
      actorId: admin.personId,
      confirmedBy: second.personId,
    });
  });

  it("is decided neither by who proposed it, nor by the holder, nor by anybody else", async () => {
    const { holder: plain, proposalId } = await given();
    const holder: Actor = { ...plain, access: ["admin"] };
    const stranger = await givenPerson({ access: "manager", manages: "north-america-service" });
    const auditor = await givenPerson({ access: "auditor" });
    for (const other of [admin, holder, stranger, auditor]) {
      await expect(confirmRevocation(other, proposalId)).rejects.toThrow(NotFound);
      await expect(declineRevocation(other, proposalId, reason)).rejects.toThrow(NotFound);
    }
  });

  it("is decided once, however many confirm and decline at the same moment", async () => {
    const { awardId, proposalId } = await given();
    const others = await Promise.all([1, 2, 3].map(() => givenPerson({ access: "admin" })));
    const calls = await at(on("2026-06-12"), () =>
      Promise.allSettled([
        ...others.map((other) => confirmRevocation(other, proposalId)),
        ...others.map((other) => declineRevocation(other, proposalId, "It was not so.")),
        withdrawRevocation(admin, proposalId),
      ]),
    );
    expect(calls.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const { state } = await db.awardProposal.findUniqueOrThrow({ where: { id: proposalId } });
    expect(await db.awardEvent.count({ where: { awardId } })).toBe(state === "confirmed" ? 1 : 0);
  });

  it("can be proposed again after it was declined, and never twice at a time", async () => {
    const { awardId, proposalId } = await given();
    await expect(at(on("2026-06-10"), () => proposeRevocation(admin, { awardId, reason }))).rejects.toThrow(
      Conflict,
    );
    const second = await givenPerson({ access: "admin" });
    await at(on("2026-06-11"), () => declineRevocation(second, proposalId, "Not shown"));
    await expect(confirmRevocation(second, proposalId)).rejects.toThrow(Conflict);
    await at(on("2026-06-12"), () => proposeRevocation(admin, { awardId, reason }));
  });

  it("goes on where the certificate was suspended meanwhile", async () => {
    const { personId, awardId, proposalId } = await given();
    await at(on("2026-06-11"), () => changeAward(admin, "suspended", { awardId, reason }));
    const second = await givenPerson({ access: "admin" });
    await at(on("2026-06-12"), () => confirmRevocation(second, proposalId));
    expect(await statusOf(personId, "2026-06-13", "2026-06-13")).toBe("revoked");
  });
});

describe("suspending, giving back and correcting", () => {
  it("lets the manager of the team stop a certificate at once, and an administrator alone lift that", async () => {
    const { personId, awardId } = await givenAward();
    const manager = await givenPerson({ access: "manager", manages: "emea-service" });
    await at(on("2026-06-10"), () => changeAward(manager, "suspended", { awardId, reason }));
    expect(await statusOf(personId, "2026-06-11", "2026-06-11")).toBe("suspended");
    await expect(changeAward(manager, "reinstated", { awardId, reason })).rejects.toThrow(NotFound);
    await at(on("2026-06-12"), () => changeAward(admin, "reinstated", { awardId, reason }));
    expect(await statusOf(personId, "2026-06-13", "2026-06-13")).toBe("valid");
  });

  it("lets the holder alone give it back, and lets it be earned anew", async () => {
    const { holder, personId, awardId } = await givenAward();
    await expect(changeAward(admin, "surrendered", { awardId, reason })).rejects.toThrow(NotFound);
    await at(on("2026-06-10"), () => changeAward(holder, "surrendered", { awardId, reason }));
    expect(await statusOf(personId, "2026-06-11", "2026-06-11")).toBe("surrendered");
    await expect(changeAward(admin, "reinstated", { awardId, reason })).rejects.toThrow(Conflict);
    await at(on("2026-06-12"), () => givenAttempt(personId, "essentials"));
    expect(await at(on("2026-06-12"), () => awardEarned(personId))).toHaveLength(1);
  });

  it("is not given back by a holder about whom something is to be decided", async () => {
    const { holder, awardId } = await givenAward();
    await at(on("2026-06-10"), () => changeAward(admin, "suspended", { awardId, reason }));
    await expect(
      at(on("2026-06-11"), () => changeAward(holder, "surrendered", { awardId, reason })),
    ).rejects.toMatchObject({ reason: "suspended" });
    const other = await givenAward();
    await at(on("2026-06-10"), () => proposeRevocation(admin, { awardId: other.awardId, reason }));
    await expect(
      at(on("2026-06-11"), () =>
        changeAward(other.holder, "surrendered", { awardId: other.awardId, reason }),
      ),
    ).rejects.toMatchObject({ reason: "to-be-decided" });
    expect(await db.awardEvent.count({ where: { awardId: { in: [awardId, other.awardId] } } })).toBe(1);
  });

  it("keeps what the certificate said before, beside what is right", async () => {
    const { personId, awardId } = await givenAward();
    const dates = { validFrom: on("2026-02-01"), validUntil: on("2026-08-01") };
    const id = await at(on("2026-07-01"), () => changeAward(admin, "corrected", { awardId, reason, dates }));
    expect(await statusOf(personId, "2026-08-15", "2026-06-30")).toBe("valid");
    expect(await statusOf(personId, "2026-08-15", "2026-07-01")).toBe("expired");
    expect(await db.award.findUniqueOrThrow({ where: { id: awardId } })).toMatchObject({
      validFrom: on("2026-01-31"),
    });
    const { document, validUntil } = await db.evidenceRecord.findUniqueOrThrow({ where: { id } });
    expect(validUntil).toEqual(dates.validUntil);
    expect(document).toContain("2027-01-31");
  });

  it("leaves the end to the moment where its day is named again", async () => {
    const { awardId } = await givenAward();
    const { validUntil } = await db.award.findUniqueOrThrow({ where: { id: awardId } });
    const endOfThatDay = new Date(Math.ceil(validUntil!.getTime() / 86_400_000) * 86_400_000);
    const dates = { validFrom: on("2026-01-20"), validUntil: endOfThatDay };
    const id = await at(on("2026-07-01"), () => changeAward(admin, "corrected", { awardId, reason, dates }));
    expect(await db.awardEvent.findUniqueOrThrow({ where: { id } })).toMatchObject({
      validFrom: dates.validFrom,
      validUntil,
    });
  });

  it("refuses dates that cannot be, and a correction without any", async () => {
    const { awardId } = await givenAward();
    const wrong = [
      undefined,
      { validFrom: on("2026-08-01"), validUntil: null },
      { validFrom: on("2026-02-01"), validUntil: on("2026-02-01") },
      /* Over, so that one person would have ended it. */
      { validFrom: on("2026-02-01"), validUntil: on("2026-06-30") },
      /* Longer than it was awarded for. */
      { validFrom: on("2026-02-01"), validUntil: on("2027-02-01") },
      { validFrom: on("2026-02-01"), validUntil: null },
    ];
    for (const dates of wrong)
      await expect(
        at(on("2026-07-01"), () =>
          changeAward(admin, "corrected", { awardId, reason, ...(dates ? { dates } : {}) }),
        ),
      ).rejects.toThrow(Invalid);
  });

  it("leaves one of two changes that are made at the same moment", async () => {
    const { awardId } = await givenAward();
    const calls = await at(on("2026-06-10"), () =>
      Promise.allSettled(
        Array.from({ length: 5 }, () => changeAward(admin, "suspended", { awardId, reason })),
      ),
    );
    expect(calls.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db.awardEvent.count({ where: { awardId } })).toBe(1);
  });
});
