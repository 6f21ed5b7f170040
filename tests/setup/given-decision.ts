/** A certification that somebody else decides on, and people who have met it. */
import { expect } from "vitest";
import { awardEarned } from "~/features/certifications/award-earned.server";
import type { Actor } from "~/features/people/actor";
import { at } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { givenPerson } from "./builders";
import {
  foundation,
  givenAttempt,
  givenCompletion,
  givenFoundation,
  role,
  syncFiles,
} from "./given-certification";

export const on = (text: string) => new Date(`${text}T09:00:00Z`);
export const since = on("2025-01-01");
export const day = on("2025-02-01");

/** @returns an administrator */
export function givenIndependent(): Promise<Actor> {
  return at(since, async () => {
    await givenFoundation();
    await syncFiles({
      "certifications/foundation.yaml": { ...foundation, decision: "independent" },
      "roles/customer-service-associate.yaml": role,
    });
    return givenPerson({ access: "admin", since });
  });
}

export async function givenEarned(team: string) {
  const manager = await at(since, () => givenPerson({ access: "manager", manages: team, since }));
  const member = await at(since, () => givenPerson({ jobRole: "customer-service-associate", team, since }));
  const { personId } = member;
  await at(day, async () => {
    await givenCompletion(personId, "conduct");
    await givenAttempt(personId, "essentials");
    expect(await awardEarned(personId)).toEqual([]);
  });
  return { manager, member, personId, decision: await openDecision(personId) };
}

export async function openDecision(personId: string): Promise<string> {
  const { id } = await db.awardDecision.findFirstOrThrow({
    where: { personId, state: "open" },
    select: { id: true },
  });
  return id;
}
