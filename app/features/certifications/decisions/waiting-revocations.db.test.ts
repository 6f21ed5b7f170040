import { beforeAll, expect, it } from "vitest";
import type { Actor } from "~/features/people/actor";
import { at } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { givenPerson } from "../../../../tests/setup/builders";
import { givenAttempt, givenCompletion, givenFoundation } from "../../../../tests/setup/given-certification";
import { awardEarned } from "../award-earned.server";
import { declineRevocation, proposeRevocation } from "../revoke-award.server";
import { homeWork } from "../sign-offs/home-work.server";
import { waitingRevocations } from "./waiting-revocations.server";

const on = (text: string) => new Date(`${text}T09:00:00Z`);
const since = on("2026-01-01");
let proposer: Actor;
let other: Actor;
let manager: Actor;
let holder: Actor;
let proposalId: string;

beforeAll(async () => {
  await at(since, givenFoundation);
  proposer = await givenPerson({ access: "admin", name: "Pia Proposer", since });
  other = await givenPerson({ access: "admin", since });
  manager = await givenPerson({ access: "manager", manages: "held", since });
  holder = await givenPerson({
    access: "admin",
    name: "Hal Holder",
    jobRole: "customer-service-associate",
    team: "held",
    since,
  });
  await at(on("2026-02-01"), async () => {
    await givenCompletion(holder.personId, "conduct");
    await givenAttempt(holder.personId, "essentials");
    await awardEarned(holder.personId);
  });
  const { id: awardId } = await db.award.findFirstOrThrow({
    where: { personId: holder.personId },
    select: { id: true },
  });
  proposalId = await at(on("2026-03-01"), () => proposeRevocation(proposer, { awardId, reason: "A copy." }));
});

const listed = async (actor: Actor) => (await waitingRevocations(actor, null)).revocations;
const counted = async (actor: Actor) => (await homeWork(actor)).decisions;

it("waits for other administrators and the holder's manager, not for who proposed it nor for the holder", async () => {
  for (const actor of [other, manager]) {
    expect(await listed(actor)).toMatchObject([
      { id: proposalId, personName: "Hal Holder", title: "Service foundation", proposedBy: "Pia Proposer" },
    ]);
    expect(await counted(actor)).toBe(1);
  }
  const elsewhere = await givenPerson({ access: "manager", manages: "elsewhere", since });
  for (const actor of [proposer, holder, elsewhere, await givenPerson({ since })]) {
    expect(await listed(actor)).toEqual([]);
    expect(await counted(actor)).toBe(0);
  }
  expect(await waitingRevocations(other, proposalId)).toEqual({ revocations: [], next: null });
});

it("waits no longer once it is decided", async () => {
  await declineRevocation(other, proposalId, "It was no copy.");
  expect(await listed(manager)).toEqual([]);
  expect(await counted(manager)).toBe(0);
});
