import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { awardEarned } from "~/features/certifications/award-earned.server";
import { changeAward } from "~/features/certifications/change-award.server";
import { at } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import type { Row } from "../../../tests/setup/behind-the-portal";
import { givenPerson } from "../../../tests/setup/builders";
import { givenAttempt, givenCompletion, givenFoundation } from "../../../tests/setup/given-certification";
import { givenRevoked } from "../../../tests/setup/given-revoked";
import { tampered as tamperedWith } from "../../../tests/setup/tampered";
import { verifyOutcomes } from "./verify-outcomes.server";

const on = (text: string) => new Date(`${text}T09:00:00Z`);
const since = on("2026-01-01");
const TABLES = ["AttemptResult", "AwardEvent", "Award", "Cycle", "CourseCompletion", "Attempt"];
let personId: string;
let awardId: string;

beforeAll(async () => {
  await at(since, givenFoundation);
  const given = { jobRole: "customer-service-associate", team: "emea-service", since };
  ({ personId } = await at(since, () => givenPerson(given)));
  await at(on("2026-02-01"), () => givenCompletion(personId, "conduct"));
  await at(on("2026-02-01"), () => givenAttempt(personId, "essentials", false));
  await at(on("2026-02-02"), () => givenAttempt(personId, "essentials"));
  [awardId] = (await at(on("2026-02-02"), () => awardEarned(personId))) as [string];
  const admin = await givenPerson({ access: "admin" });
  await at(on("2026-03-01"), () => givenRevoked(admin, { awardId, reason: "Answers were shared" }));
  await at(on("2026-03-02"), () => changeAward(admin, "reinstated", { awardId, reason: "They were not" }));
  await at(on("2026-03-03"), () => givenRevoked(admin, { awardId, reason: "They were" }));
});

afterEach(async () => expect((await verifyOutcomes()).findings).toEqual([]));

const tampered = (...statements: [sql: string, values?: Row[string][]][]) =>
  tamperedWith(TABLES, ...statements);

const copyOf = (table: string, changed: Record<string, string>, columns: string[]) =>
  `INSERT INTO "${table}" (${columns.map((name) => `"${name}"`).join(", ")})
   SELECT ${columns.map((name) => changed[name] ?? `"${name}"`).join(", ")} FROM "${table}" LIMIT 1`;

describe("verifyOutcomes", () => {
  it("counts what it has looked at", async () => {
    expect(await verifyOutcomes()).toEqual({
      outcomes: 1 + 3 + 4 + 1 + 2 + 2 + 2,
      findings: [],
      unlisted: 0,
    });
  });

  it("finds an award that nobody earned", async () => {
    const cycle = copyOf("Cycle", { id: "'forged'", number: "99" }, [
      ...["id", "personId", "certificationId", "number", "openedAt"],
    ]);
    const award = copyOf("Award", { id: "'forged'", cycleId: "'forged'", code: "'0000000000000000'" }, [
      ...["id", "cycleId", "personId", "certificationId", "revisionId", "holderName", "code"],
      ...["validFrom", "validUntil", "recordedAt"],
    ]);
    expect(await tampered([cycle], [award])).toEqual(["Award forged has no record of how it was earned."]);
  });

  it.each([
    ["validUntil", "NULL"],
    ["holderName", "'Somebody Else'"],
    ["code", "'0000000000000000'"],
    ["personId", "'somebody-else'"],
  ])("finds a changed %s of an award", async (column, value) => {
    const found = await tampered([`UPDATE "Award" SET "${column}" = ${value}`]);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(`Award ${awardId} has the`);
  });

  it("finds a revocation that was taken away, or undone without a record", async () => {
    const newest = await db.awardEvent.findFirstOrThrow({ orderBy: { number: "desc" } });
    expect(await tampered([`DELETE FROM "AwardEvent" WHERE "id" = ?`, [newest.id]])).toEqual([
      `Award ${awardId} lacks what this record says of it (award-revoked).`,
    ]);
    const columns = ["id", "awardId", "number", "kind", "effectiveAt", "recordedAt", "actorId", "reason"];
    const undone = copyOf("AwardEvent", { id: "'forged'", number: "9", kind: "'reinstated'" }, columns);
    expect(await tampered([undone])).toEqual([`What became of award ${awardId} (reinstated) has no record.`]);
    const found = await tampered([
      `UPDATE "AwardEvent" SET "kind" = 'reinstated' WHERE "id" = ?`,
      [newest.id],
    ]);
    expect(found).toEqual([expect.stringContaining("has the kind award-reinstated")]);
  });

  it("finds a completion without a record, and a test whose result was changed", async () => {
    const columns = ["id", "personId", "courseId", "revisionId", "completedAt", "recordedAt"];
    const forged = { id: "'forged'", personId: "'somebody-else'" };
    expect(await tampered([copyOf("CourseCompletion", forged, columns)])).toEqual([
      "The completion of course conduct by somebody-else has no record.",
    ]);
    const found = await tampered([`UPDATE "Attempt" SET "score" = 0.95 WHERE "number" = 1`]);
    expect(found).toEqual([expect.stringContaining("has the score 0.95, and its record 0.")]);
  });

  it("finds a result that was taken away", async () => {
    const { attemptId } = await db.attemptResult.findFirstOrThrow({ select: { attemptId: true } });
    const found = await tampered([`DELETE FROM "AttemptResult" WHERE "attemptId" = '${attemptId}'`]);
    expect(found).toEqual([`A result of attempt ${attemptId} is gone; its record is here.`]);
  });
});
