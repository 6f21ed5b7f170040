import { expect, it } from "vitest";
import { decideAppeal } from "~/features/assessments/appeals/decide-appeal.server";
import { fileAppeal } from "~/features/assessments/appeals/file-appeal.server";
import { markAttempt } from "~/features/assessments/marking/mark-attempt.server";
import { db } from "~/platform/db/client.server";
import { givenPerson } from "../../../tests/setup/builders";
import { givenSubmitted, marksOf } from "../../../tests/setup/given-written-test";
import { findRecord } from "./find-record.server";

it("lays an appeal out, with the way to every record of its attempt and of no other", async () => {
  const [marker, admin, auditor] = [
    await givenPerson({ access: "manager" }),
    await givenPerson({ access: "admin" }),
    await givenPerson({ access: "auditor" }),
  ];
  const { actor, slug, attemptId, byHand } = await givenSubmitted();
  await markAttempt(marker, { attemptId, number: 1, ...(await marksOf(attemptId, 3, "Too short.")) });
  await givenSubmitted({ actor, slug });
  const position = byHand[0]!;
  const grounds = "My answer names all four steps.";
  const appealId = await fileAppeal(actor, { attemptId, position, grounds });
  await decideAppeal(admin, {
    appealId,
    decision: "upheld",
    remedy: "full-credit",
    reason: "All four steps are there.",
  });
  const filed = (await findRecord(auditor, appealId)).proof;
  expect(filed).toMatchObject({ kind: "appeal", position, decision: null });
  expect(filed?.kind === "appeal" && filed.records.map(({ kind }) => kind)).toEqual([
    "test-submitted",
    "test-marked",
    "appeal-filed",
    "appeal-decided",
    "test-regraded",
  ]);
  const { id } = await db.evidenceRecord.findFirstOrThrow({
    where: { personId: actor.personId, kind: "appeal-decided" },
  });
  expect((await findRecord(auditor, id)).proof).toMatchObject({ decision: "upheld", remedy: "full-credit" });
});
