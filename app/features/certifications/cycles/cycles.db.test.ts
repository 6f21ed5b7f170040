import { setTimeout as sleep } from "node:timers/promises";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "~/features/people/actor";
import { at } from "~/platform/clock.server";
import { lockPerson } from "~/features/people/lock-people.server";
import { db, transaction } from "~/platform/db/client.server";
import { Conflict, Invalid, NotFound } from "~/platform/errors";
import { givenPerson } from "../../../../tests/setup/builders";
import {
  givenAttempt,
  givenCompletion,
  givenFoundation,
  givenTest,
  role,
  syncFiles,
  foundation,
} from "../../../../tests/setup/given-certification";
import { givenRevoked } from "../../../../tests/setup/given-revoked";
import { awardEarned } from "../award-earned.server";
import { certificationStates } from "../certification-states.server";
import { changeAward } from "../change-award.server";
import { findEarned } from "../find-earned.server";
import { grantAward } from "../grant-award.server";
import { askForCertification, chooseCertification, endAskedCycle } from "./ask-for-certification.server";
import { openDueCycles } from "./open-due-cycles.server";

const on = (text: string) => new Date(`${text}T09:00:00Z`);
const since = on("2025-01-01");

beforeAll(() =>
  at(since, async () => {
    await givenFoundation();
    await givenTest("extra");
    await syncFiles({
      "certifications/foundation.yaml": foundation,
      "certifications/advanced.yaml": {
        ...foundation,
        id: "advanced",
        title: "Advanced service",
        requirements: [{ assessment: "extra" }],
      },
      "roles/customer-service-associate.yaml": role,
    });
  }),
);

async function givenTeam(team: string): Promise<{ manager: Actor; member: Actor }> {
  const manager = await at(since, () => givenPerson({ access: "manager", manages: team, since }));
  const member = await at(since, () => givenPerson({ team, since }));
  return { manager, member };
}

const asked = (personId: string, dueAt = on("2025-06-01")) => ({
  personId,
  certificationId: "advanced",
  dueAt,
  reason: "You take over the key accounts in June.",
});
const statusOf = async (personId: string, day: string, id = "advanced") =>
  (await certificationStates([personId], { effective: on(day), known: on(day) })).find(
    ({ certificationId }) => certificationId === id,
  );
const cyclesOf = (personId: string, certificationId: string) =>
  db.cycle.findMany({
    where: { personId, certificationId },
    orderBy: { number: "asc" },
    select: {
      number: true,
      cause: true,
      openedAt: true,
      award: { select: { id: true } },
      end: { select: { reason: true } },
    },
  });

describe("a certification that somebody asks for", () => {
  it("is owed until it is earned, and earned in that run", async () => {
    const { manager, member } = await givenTeam("asked");
    const { personId } = member;
    expect(await statusOf(personId, "2025-02-01")).toBeUndefined();
    await at(on("2025-02-01"), () => askForCertification(manager, asked(personId)));
    expect(await statusOf(personId, "2025-01-31")).toBeUndefined();
    expect(await statusOf(personId, "2025-02-02")).toMatchObject({ status: "due", dueBy: on("2025-06-01") });
    expect(await statusOf(personId, "2025-06-01")).toMatchObject({ status: "overdue", uncovered: true });
    await at(on("2025-03-01"), async () => {
      await givenAttempt(personId, "extra");
      expect(await awardEarned(personId)).toHaveLength(1);
    });
    expect(await statusOf(personId, "2025-03-02")).toMatchObject({ status: "valid" });
    expect(await cyclesOf(personId, "advanced")).toMatchObject([
      {
        number: 1,
        cause: "assigned",
        openedAt: on("2025-02-01"),
        award: { id: expect.any(String) as string },
      },
    ]);
    expect(await statusOf(personId, "2026-05-01"), "it was asked for once").toMatchObject({
      status: "not-required",
    });
    const mail = await db.outboxMessage.findFirstOrThrow({
      where: { topic: "email", payload: { contains: member.email } },
      orderBy: { id: "asc" },
    });
    expect(mail.payload).toContain("by 1 June 2025");
  });

  it("is asked by who manages the person or administers, and by nobody else", async () => {
    const { manager, member } = await givenTeam("guarded");
    const { manager: other } = await givenTeam("elsewhere");
    const auditor = await givenPerson({ access: "auditor", since });
    const admin = await givenPerson({ access: "admin", since });
    const ask = (actor: Actor, personId = member.personId) =>
      at(on("2025-02-01"), () => askForCertification(actor, asked(personId)));
    for (const actor of [other, auditor, member]) await expect(ask(actor)).rejects.toThrow(NotFound);
    await expect(ask(manager, manager.personId), "oneself").rejects.toThrow(NotFound);
    await expect(ask(manager, "nobody")).rejects.toThrow(NotFound);
    const cycle = await ask(admin);
    for (const actor of [other, auditor, member])
      await expect(at(on("2025-02-02"), () => endAskedCycle(actor, cycle, "No."))).rejects.toThrow(NotFound);
    await at(on("2025-02-02"), () => endAskedCycle(manager, cycle, "The accounts stay where they are."));
    expect(await statusOf(member.personId, "2025-02-03")).toBeUndefined();
    expect(await statusOf(member.personId, "2025-02-01"), "what was asked stays asked").toBeDefined();
  });

  it("needs a day to come, a reason and something that can be earned", async () => {
    const { manager, member } = await givenTeam("careful");
    const ask = (change: object) =>
      at(on("2025-02-01"), () => askForCertification(manager, { ...asked(member.personId), ...change }));
    await expect(ask({ dueAt: on("2025-02-01") })).rejects.toThrow(Invalid);
    await expect(ask({ reason: " " })).rejects.toThrow(Invalid);
    await expect(ask({ certificationId: "nothing" })).rejects.toThrow(Invalid);
    await at(on("2025-02-01"), async () => {
      await givenAttempt(member.personId, "extra");
      await awardEarned(member.personId);
    });
    await expect(ask({}), "held, and not open for renewal").rejects.toThrow(Conflict);
    expect(await cyclesOf(member.personId, "advanced")).toHaveLength(1);
  });

  it("is asked for once of two managers at once, and taken back once", async () => {
    const { manager, member } = await givenTeam("parallel");
    const results = await at(on("2025-02-01"), () =>
      Promise.allSettled(
        Array.from({ length: 5 }, () => askForCertification(manager, asked(member.personId))),
      ),
    );
    const done = results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
    expect(done).toHaveLength(1);
    const ends = await at(on("2025-02-02"), () =>
      Promise.allSettled(Array.from({ length: 5 }, () => endAskedCycle(manager, done[0]!, "Not needed."))),
    );
    expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("is either earned or taken back when both happen at once", async () => {
    const { manager, member } = await givenTeam("raced");
    for (const day of ["2025-02-01", "2026-01-10"]) {
      const cycle = await at(on(day), () =>
        askForCertification(manager, asked(member.personId, on("2026-12-01"))),
      );
      await at(on(day), () => givenAttempt(member.personId, "extra"));
      await at(on(day), () =>
        Promise.allSettled([awardEarned(member.personId), endAskedCycle(manager, cycle, "Not needed.")]),
      );
      const row = await db.cycle.findUniqueOrThrow({
        where: { id: cycle },
        select: { award: { select: { id: true } }, end: { select: { cycleId: true } } },
      });
      expect([row.award, row.end].filter(Boolean), "one end").toHaveLength(1);
    }
    expect(await db.award.count({ where: { personId: member.personId } }), "nothing earned is lost").toBe(2);
  });
});

describe("a certification by choice", () => {
  it("is a run of one's own, which a manager's request takes over", async () => {
    const { manager, member } = await givenTeam("chosen");
    const { personId } = member;
    await at(on("2025-02-01"), () =>
      Promise.allSettled(Array.from({ length: 4 }, () => chooseCertification(member, "advanced"))),
    );
    const open = await cyclesOf(personId, "advanced");
    expect(open).toMatchObject([{ cause: "chosen", end: null }]);
    expect(await statusOf(personId, "2025-02-02"), "nothing is owed").toBeUndefined();
    await at(on("2025-02-03"), () => askForCertification(manager, asked(personId)));
    expect(await cyclesOf(personId, "advanced")).toMatchObject([
      { cause: "chosen", end: { reason: "Goes on as asked for." } },
      { cause: "assigned", end: null },
    ]);
  });
});

describe("runs that open by themselves", () => {
  it("open with the duty and with the window for renewal, once, and end when the duty does", async () => {
    const { personId } = await at(since, () => givenPerson({ jobRole: "customer-service-associate", since }));
    const everywhere = (day: string) =>
      at(on(day), () => Promise.all([openDueCycles(), openDueCycles(), openDueCycles()]));
    await everywhere("2025-01-10");
    expect(await cyclesOf(personId, "foundation")).toMatchObject([
      { number: 1, cause: "required", openedAt: since, award: null },
    ]);
    await at(on("2025-02-01"), async () => {
      await givenCompletion(personId, "conduct");
      await givenAttempt(personId, "essentials");
      await awardEarned(personId);
    });
    await everywhere("2025-11-01");
    expect(await cyclesOf(personId, "foundation")).toHaveLength(1);
    await everywhere("2025-12-20");
    expect(await cyclesOf(personId, "foundation")).toMatchObject([
      { cause: "required", award: { id: expect.any(String) as string } },
      { cause: "renewal", openedAt: on("2025-12-03"), award: null, end: null },
    ]);
    await at(on("2026-01-01"), () =>
      syncFiles({
        "certifications/foundation.yaml": foundation,
        "roles/customer-service-associate.yaml": {
          ...role,
          accountabilities: [{ id: "csa-service", requires: [] }],
        },
      }),
    );
    await everywhere("2026-01-02");
    expect((await cyclesOf(personId, "foundation")).at(-1)).toMatchObject({
      cause: "renewal",
      end: { reason: "No longer required." },
    });
    await everywhere("2026-01-03");
    expect(await cyclesOf(personId, "foundation")).toHaveLength(2);
  });

  it("do not open for what is awarded while they wait for their turn", async () => {
    const { personId } = await at(since, () => givenPerson({ jobRole: "customer-service-associate", since }));
    await at(on("2025-02-01"), async () => {
      await givenCompletion(personId, "conduct");
      await givenAttempt(personId, "essentials");
      const [earned] = await findEarned(personId);
      let opening: Promise<void>;
      await transaction(async (tx) => {
        await lockPerson(tx, personId);
        opening = openDueCycles();
        /* By then it has read that the certification is owed. */
        await sleep(500);
        await grantAward(tx, personId, earned!, []);
      });
      await opening!;
    });
    expect(await cyclesOf(personId, "foundation")).toMatchObject([
      { cause: "earned", award: { id: expect.any(String) as string } },
    ]);
  });

  it("do not open while a suspension leaves nothing to be earned, and open when it ends in a revocation", async () => {
    const admin = await at(since, () => givenPerson({ access: "admin", since }));
    const { personId } = await at(since, () => givenPerson({ jobRole: "customer-service-associate", since }));
    const awardId = await at(on("2025-02-01"), async () => {
      await givenCompletion(personId, "conduct");
      await givenAttempt(personId, "essentials");
      return (await awardEarned(personId))[0]!;
    });
    const change = { awardId, reason: "It is being looked into." };
    await at(on("2025-03-01"), () => changeAward(admin, "suspended", change));
    await at(on("2025-03-02"), openDueCycles);
    expect(await cyclesOf(personId, "foundation")).toHaveLength(1);
    await at(on("2025-03-03"), () => givenRevoked(admin, change));
    await at(on("2025-03-04"), openDueCycles);
    expect(await cyclesOf(personId, "foundation")).toMatchObject([
      { cause: "earned" },
      { cause: "required", openedAt: on("2025-03-03"), award: null },
    ]);
  });
});
