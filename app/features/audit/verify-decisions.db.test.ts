import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { grantByDecision, refuseByDecision } from "~/features/certifications/decisions/decide-award.server";
import { at } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { day, givenEarned, givenIndependent } from "../../../tests/setup/given-decision";
import { tampered } from "../../../tests/setup/tampered";
import { verifyOutcomes } from "./verify-outcomes.server";

const TABLES = ["AwardDecision"];
let granted: string;
let refused: string;
let open: string;

beforeAll(async () => {
  const admin = await givenIndependent();
  ({ decision: granted } = await givenEarned("granted"));
  ({ decision: refused } = await givenEarned("refused"));
  ({ decision: open } = await givenEarned("open"));
  await at(day, () => grantByDecision(admin, granted));
  await at(day, () => refuseByDecision(admin, refused, "The test was sat in a hurry."));
});

afterEach(async () => expect((await verifyOutcomes()).findings).toEqual([]));

describe("verification of decisions", () => {
  it.each([
    ["decidedById", "'somebody-else'", "decider"],
    ["certificationId", "'another'", "certification"],
    ["reason", "'Another one.'", "reason"],
  ])("finds a changed %s", async (column, value, word) => {
    for (const id of [granted, refused]) {
      const found = await tampered(TABLES, [
        `UPDATE "AwardDecision" SET "${column}" = ${value} WHERE "id" = ?`,
        [id],
      ]);
      expect(found).toEqual([expect.stringContaining(`Decision ${id} has the ${word}`)]);
    }
  });

  it("finds one that was turned into its opposite, or given to somebody else", async () => {
    expect(
      await tampered(TABLES, [`UPDATE "AwardDecision" SET "state" = 'refused' WHERE "id" = ?`, [granted]]),
    ).toEqual([`Decision ${granted} has the kind certification-refused, and its record award-granted.`]);
    expect(
      await tampered(TABLES, [`UPDATE "AwardDecision" SET "personId" = 'another' WHERE "id" = ?`, [refused]]),
    ).toEqual([`Decision ${refused} (refused) has no record.`]);
  });

  it("finds one that nobody took", async () => {
    for (const state of ["granted", "refused"])
      expect(
        await tampered(TABLES, [`UPDATE "AwardDecision" SET "state" = ? WHERE "id" = ?`, [state, open]]),
      ).toEqual([`Decision ${open} (${state}) has no record.`]);
  });

  it("finds one that is gone, or was opened again", async () => {
    for (const [id, kind] of [
      [granted, "award-granted"],
      [refused, "certification-refused"],
    ] as const) {
      const lacks = [`Decision ${id} lacks what this record says of it (${kind}).`];
      expect(await tampered(TABLES, [`DELETE FROM "AwardDecision" WHERE "id" = ?`, [id]])).toEqual(lacks);
      expect(
        await tampered(TABLES, [`UPDATE "AwardDecision" SET "state" = 'open' WHERE "id" = ?`, [id]]),
      ).toEqual(lacks);
    }
  });

  it("says nothing of what was superseded", async () => {
    expect(
      await tampered(TABLES, [`UPDATE "AwardDecision" SET "state" = 'superseded' WHERE "id" = ?`, [open]]),
    ).toEqual([]);
    expect(await db.awardDecision.count()).toBe(3);
  });
});
