import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "~/features/people/actor";
import { at } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { newId } from "~/platform/ids.server";
import { givenPerson } from "../../../../tests/setup/builders";
import { foundation, givenAttempt, givenTest, syncFiles } from "../../../../tests/setup/given-certification";
import { givenRevoked } from "../../../../tests/setup/given-revoked";
import { awardEarned } from "../award-earned.server";
import { changeAward } from "../change-award.server";
import { bringIntoForce } from "../publish-certification.server";
import { certificationRevisions } from "./certification-revisions.server";

const on = (text: string) => new Date(`${text}T09:00:00Z`);
const midnight = (text: string) => new Date(`${text}T00:00:00Z`);
const since = on("2026-01-01");
const { requirements: _, ...plain } = foundation;
const reason = "For the record.";
let admin: Actor;
let id = "";

beforeEach(async () => {
  if (id === "") await at(since, () => givenTest("essentials"));
  id = `rules-${newId()}`.toLowerCase();
  admin = await at(since, () => givenPerson({ access: "admin", since }));
});

const given = (day: string, changes: object = {}) =>
  at(on(day), () =>
    syncFiles({
      [`certifications/${id}.yaml`]: {
        ...plain,
        id,
        requirements: [{ assessment: "essentials" }],
        ...changes,
      },
    }),
  );
const rules = async (day: string) =>
  (await at(on(day), () => certificationRevisions(admin, id, null)))!.revisions;
const shown = async (day: string) =>
  (await rules(day)).map(({ number, replaced, inForceFrom, changes }) => ({
    number,
    replaced,
    inForceFrom,
    changes: changes?.join(" ") ?? null,
  }));

describe("the rules over time", () => {
  it("list a return to an earlier wording as the newest, with what it changed", async () => {
    await given("2026-01-02");
    await given("2026-02-01", { edition: "2" });
    await given("2026-03-01");
    await given("2026-03-02");
    expect(await shown("2026-03-03")).toEqual([
      { number: 3, replaced: false, inForceFrom: null, changes: "Edition: 1, before 2." },
      { number: 2, replaced: false, inForceFrom: null, changes: "Edition: 2, before 1." },
      { number: 1, replaced: false, inForceFrom: null, changes: null },
    ]);
  });

  it("say of what was replaced before its date that it never came into force", async () => {
    await given("2026-01-02");
    await given("2026-02-01", { edition: "2", inForceFrom: "2026-06-01" });
    const second = { number: 2, inForceFrom: midnight("2026-06-01"), changes: "Edition: 2, before 1." };
    expect((await shown("2026-02-02"))[0]).toEqual({ ...second, replaced: false });
    await given("2026-03-01", { edition: "3", inForceFrom: "2026-07-01" });
    await given("2026-04-01");
    await at(on("2026-08-01"), bringIntoForce);
    for (const day of ["2026-04-02", "2026-08-02"])
      expect(await shown(day), day).toEqual([
        { number: 4, replaced: false, inForceFrom: null, changes: "" },
        { number: 3, replaced: true, inForceFrom: midnight("2026-07-01"), changes: "Edition: 3, before 1." },
        { ...second, replaced: true },
        { number: 1, replaced: false, inForceFrom: null, changes: null },
      ]);
  });

  it("say of what came into force on its date that it did, and no date of what held from the day of its publication", async () => {
    await given("2026-01-02");
    await given("2026-02-01", { edition: "2", inForceFrom: "2026-06-01" });
    await at(on("2026-06-01"), bringIntoForce);
    await given("2026-06-02", { edition: "2", inForceFrom: "2026-06-01" });
    await given("2026-07-01", { edition: "3", inForceFrom: "2026-06-20" });
    expect(await shown("2026-07-02")).toMatchObject([
      { number: 3, replaced: false, inForceFrom: null },
      { number: 2, replaced: false, inForceFrom: midnight("2026-06-01") },
      { number: 1 },
    ]);
  });

  it("keep the number of what comes into force where nothing else was published", async () => {
    await given("2026-02-01", { inForceFrom: "2026-06-01" });
    /* The portal was started again before it got to it. */
    await given("2026-06-01", { inForceFrom: "2026-06-01" });
    expect(await shown("2026-06-02")).toEqual([
      { number: 1, replaced: false, inForceFrom: midnight("2026-06-01"), changes: null },
    ]);
    expect(await db.certification.findUniqueOrThrow({ where: { id } })).toMatchObject({
      currentRevisionId: expect.any(String) as string,
      nextRevisionId: null,
    });
  });

  it("know what an earlier version of the portal left as it was", async () => {
    await given("2026-01-02");
    await given("2026-02-01", { edition: "2", inForceFrom: "2026-06-01" });
    /* It took a future revision back without a new one. */
    await db.certification.update({ where: { id }, data: { nextRevisionId: null } });
    expect((await shown("2026-03-01"))[0]).toMatchObject({ number: 2, replaced: true });
  });

  it("count as valid what is valid by its corrected dates and its last event", async () => {
    await given("2026-01-02");
    const { personId } = await at(since, () => givenPerson({ since }));
    await at(on("2026-02-01"), () => givenAttempt(personId, "essentials"));
    const awardId = (await at(on("2026-02-01"), () => awardEarned(personId)))[0]!;
    const counts = async (day: string) => (await rules(day)).map(({ granted, valid }) => [granted, valid])[0];
    const correct = (day: string, validUntil: string) =>
      at(on(day), () =>
        changeAward(admin, "corrected", {
          awardId,
          reason,
          dates: { validFrom: on("2026-02-01"), validUntil: on(validUntil) },
        }),
      );
    expect(await counts("2026-02-02")).toEqual([1, 1]);
    await correct("2026-04-01", "2026-04-10");
    expect(await counts("2026-04-11"), "corrected to end sooner").toEqual([1, 0]);
    await correct("2026-04-02", "2027-01-31");
    expect(await counts("2026-04-11"), "corrected again").toEqual([1, 1]);
    await at(on("2026-05-01"), () => changeAward(admin, "suspended", { awardId, reason }));
    expect(await counts("2026-05-01"), "suspended").toEqual([1, 0]);
    await at(on("2026-05-02"), () => changeAward(admin, "reinstated", { awardId, reason }));
    await at(on("2026-05-03"), () => givenRevoked(admin, { awardId, reason }));
    expect(await counts("2026-05-03"), "revoked").toEqual([1, 0]);
    await at(on("2026-05-04"), () => changeAward(admin, "reinstated", { awardId, reason }));
    expect(await counts("2026-05-04"), "reinstated").toEqual([1, 1]);
  });
});
