import { beforeAll, expect, it } from "vitest";
import { at } from "~/platform/clock.server";
import { givenAttempt } from "../../../../tests/setup/given-certification";
import { givenEarned, givenIndependent, on, openDecision } from "../../../../tests/setup/given-decision";
import { awardEarned } from "../award-earned.server";
import { homePage } from "../home-queries.server";
import { certificationPage } from "../programme/certification-page.server";
import { grantByDecision, refuseByDecision } from "./decide-award.server";

const reason = "The test was sat in a hurry.";

beforeAll(givenIndependent);

it("a refusal is shown with its reason until something is done anew", async () => {
  const { manager, member, personId, decision } = await givenEarned("shown");
  const shown = (day: string) =>
    at(on(day), async () => {
      const { owed } = await homePage(member);
      const { own } = await certificationPage(member, "foundation");
      const words = ({ toDecide, refusedFor }: typeof own) => ({ toDecide, refusedFor });
      expect(owed.map(words)).toEqual([words(own)]);
      return words(own);
    });
  expect(await shown("2025-02-02")).toEqual({ toDecide: true, refusedFor: null });
  await at(on("2025-02-03"), () => refuseByDecision(manager, decision, reason));
  expect(await shown("2025-02-04")).toEqual({ toDecide: false, refusedFor: reason });

  await at(on("2025-02-05"), async () => {
    await givenAttempt(personId, "essentials");
    await awardEarned(personId);
  });
  expect(await shown("2025-02-06")).toEqual({ toDecide: true, refusedFor: null });
  await at(on("2025-02-07"), async () => grantByDecision(manager, await openDecision(personId)));
  expect((await at(on("2025-02-08"), () => homePage(member))).owed).toEqual([]);
});
