/** What follows a regrade: certificates from a raised pass, none lost with a pass, and evidence that still adds up. */
import { beforeAll, expect, it } from "vitest";
import { regrade } from "~/features/assessments/regrading/regrade.server";
import { rescore } from "~/features/assessments/scoring/rescore.server";
import { awardEarned } from "~/features/certifications/award-earned.server";
import type { Actor } from "~/features/people/actor";
import { db } from "~/platform/db/client.server";
import { givenPerson } from "../../../tests/setup/builders";
import { givenAssessment } from "../../../tests/setup/given-assessment";
import { foundation, syncFiles } from "../../../tests/setup/given-certification";
import { givenSitting, versionOf, workThrough } from "../../../tests/setup/given-regrade";
import { verifyOutcomes } from "./verify-outcomes.server";

let admin: Actor;
beforeAll(async () => {
  admin = await givenPerson({ access: "admin" });
  await givenAssessment({ slug: "essentials", passMark: 0.9 });
  await syncFiles({
    "certifications/foundation.yaml": { ...foundation, requirements: [{ assessment: "essentials" }] },
  });
});

it("a raised pass earns the certificate, a lost pass keeps it, and every record rescores to itself", async () => {
  const [failed, passed] = [
    await givenSitting("essentials", ["single-one"]),
    await givenSitting("essentials"),
  ];
  const awards = (personId: string) => db.award.count({ where: { personId } });
  for (const { actor } of [failed, passed]) await awardEarned(actor.personId);
  expect([await awards(failed.actor.personId), await awards(passed.actor.personId)]).toEqual([0, 1]);

  const single = await versionOf("essentials", "single-one");
  const first = await regrade(admin, {
    questionVersionId: single,
    treatment: "full-credit",
    reason: "The question is faulty.",
    seen: null,
  });
  await workThrough(first.regradeId);
  await awardEarned(failed.actor.personId);
  expect(await awards(failed.actor.personId)).toBe(1);

  const { key } = await db.questionVersion.findUniqueOrThrow({ where: { id: single } });
  const { correct } = JSON.parse(key) as { correct: string[] };
  const { body } = await db.questionVersion.findUniqueOrThrow({ where: { id: single } });
  const other = (JSON.parse(body) as { options: { id: string }[] }).options.find(
    ({ id }) => !correct.includes(id),
  )!;
  const second = await regrade(admin, {
    questionVersionId: single,
    treatment: "new-key",
    newKey: { right: [other.id] },
    reason: "Another option is the right one.",
    seen: first.regradeId,
  });
  await workThrough(second.regradeId);
  /* Full credit changed nothing for who had it already. */
  for (const { actor, attemptId, number } of [
    { ...failed, number: 3 },
    { ...passed, number: 2 },
  ]) {
    await awardEarned(actor.personId);
    expect(await awards(actor.personId)).toBe(1);
    const latest = await db.attemptResult.findFirst({ where: { attemptId }, orderBy: { number: "desc" } });
    expect(latest).toMatchObject({ passed: false, cause: "regraded", number });
  }

  const records = await db.evidenceRecord.findMany({
    where: { kind: { in: ["test-submitted", "test-regraded"] } },
    select: { kind: true, document: true },
  });
  expect(records.filter(({ kind }) => kind === "test-regraded")).toHaveLength(3);
  for (const { document } of records) expect((await rescore(JSON.parse(document))).differences).toEqual([]);
  expect((await verifyOutcomes()).findings).toEqual([]);
});
