import { beforeAll, describe, expect, it } from "vitest";
import { saveAnswer } from "~/features/assessments/sitting/save-answer.server";
import { startAttempt } from "~/features/assessments/sitting/start-attempt.server";
import { submitAttempt } from "~/features/assessments/sitting/submit-attempt.server";
import { awardEarned } from "~/features/certifications/award-earned.server";
import { answerCheck } from "~/features/learning/check-answers.server";
import { completeLesson } from "~/features/learning/complete-lesson.server";
import { shownLesson } from "../../../tests/setup/shown-lesson";
import { sealPending } from "~/features/ledger/seal.server";
import type { Actor } from "~/features/people/actor";
import { db } from "~/platform/db/client.server";
import { NotFound } from "~/platform/errors";
import { sha256 } from "~/platform/ids.server";
import { behindThePortal } from "../../../tests/setup/behind-the-portal";
import { givenPerson } from "../../../tests/setup/builders";
import { givenRecorded } from "../../../tests/setup/facts";
import { givenAssessment, rightAnswers } from "../../../tests/setup/given-assessment";
import { givenCourse } from "../../../tests/setup/given-course";
import { foundation, givenFoundation, syncFiles } from "../../../tests/setup/given-certification";
import { givenRevoked } from "../../../tests/setup/given-revoked";
import { givenCheck } from "../../../tests/setup/given-lesson";
import { findRecord } from "./find-record.server";
import { ledgerPage } from "./ledger-page.server";
import type { AwardEvidence, CourseEvidence, TestEvidence } from "./record-evidence";

let auditor: Actor;
let learner: Actor;
const records: Record<string, string> = {};

const newest = async (kind: string) => {
  const where = { kind, personId: learner.personId };
  return (
    await db.evidenceRecord.findFirstOrThrow({ where, orderBy: { recordedAt: "desc" }, select: { id: true } })
  ).id;
};

beforeAll(async () => {
  auditor = await givenPerson({ access: "auditor" });
  learner = await givenPerson({
    name: "Lea Learner",
    jobRole: "customer-service-associate",
    team: "service",
  });
  await givenFoundation();
  await givenCourse({
    slug: "safety",
    title: "Safety",
    lessons: { first: `## One\n\nRead me.\n\n${givenCheck}`, last: "## Two\n\nEnd." },
  });
  await givenAssessment({ slug: "five" });
  const requirements = [{ course: "safety" }, { assessment: "five" }];
  await syncFiles({ "certifications/foundation.yaml": { ...foundation, requirements } });

  const lesson = await shownLesson(learner, "safety", "first");
  const check = await db.lessonSnapshot.findFirstOrThrow({ where: { checks: { contains: "first" } } });
  const [[checkId, key]] = Object.entries(
    JSON.parse(check.checks) as Record<string, { correct: string[]; why: object }>,
  ) as [[string, { correct: string[]; why: object }]];
  const wrong = Object.keys(key.why).find((id) => !key.correct.includes(id))!;
  await answerCheck(learner, { ...lesson, checkId, chosen: [wrong] });
  await answerCheck(learner, { ...lesson, checkId, chosen: key.correct });
  await completeLesson(learner, lesson);
  await completeLesson(learner, await shownLesson(learner, "safety", "last"));
  records.course = await newest("course-completed");

  const { attemptId } = await startAttempt(learner, { assessmentSlug: "five" });
  for (const { position, answer } of await rightAnswers(attemptId))
    await saveAnswer(learner, { attemptId, position, answer });
  await submitAttempt(learner, { attemptId });
  records.test = await newest("test-submitted");

  const [awardId] = await awardEarned(learner.personId);
  records.award = await newest("award-granted");
  const admin = await givenPerson({ name: "Ada Admin", access: "admin" });
  await givenRevoked(admin, { awardId: awardId!, reason: "Sat by someone else" });
  records.revoked = await newest("award-revoked");
});

describe("findRecord", () => {
  it("is open to auditors and administrators alone, and hides whether a record exists", async () => {
    for (const other of [learner, await givenPerson({ access: "manager", manages: "service" })]) {
      await expect(findRecord(other, records.course!)).rejects.toThrow(NotFound);
      await expect(ledgerPage(other, null)).rejects.toThrow(NotFound);
    }
    const admin = await givenPerson({ access: "admin" });
    expect((await findRecord(admin, records.course!)).facts.personName).toBe("Lea Learner");
  });

  it.each(["unknown", "\0", "' OR 1=1 --", "x".repeat(5_000), ""])("does not find %.20j", async (id) => {
    await expect(findRecord(auditor, id)).rejects.toThrow(NotFound);
  });

  it("says that an entry waits, and verifies it once it is sealed", async () => {
    const waiting = await findRecord(auditor, records.course!);
    expect(waiting.ledger.entry.place).toBeNull();
    expect(waiting.ledger.differences).toEqual([]);
    expect((await ledgerPage(auditor, null)).waiting).toBeGreaterThan(3);
    await sealPending();
    const { ledger } = await findRecord(auditor, records.course!);
    expect(ledger.entry.place).toMatchObject({ verified: true });
    expect(ledger.entry.place!.proof).toContain("c2sp.org/tlog-proof@v1");
    const page = await ledgerPage(auditor, "\0damaged");
    expect([page.first, page.waiting, page.entries.map(({ id }) => id).includes(records.course!)]).toEqual([
      true,
      0,
      true,
    ]);
  });

  it("shows lessons as they were, with every answer, and opens the ones asked for", async () => {
    const { proof, pinned, document, documentHash } = await findRecord(auditor, records.course!, {
      slug: "first",
    });
    const course = proof as CourseEvidence;
    expect(course.lessons.map(({ slug, opened }) => [slug, opened !== null])).toEqual([
      ["first", true],
      ["last", false],
    ]);
    const [first] = course.lessons;
    expect(first!.answers.map(({ correct }) => correct)).toEqual([false, true]);
    expect(JSON.stringify(first!.opened!.segments)).toContain("Read me.");
    expect(Object.values(first!.opened!.feedback)).toMatchObject([{ correct: true }]);
    expect(pinned.map(({ hash }) => hash)).toEqual(
      expect.arrayContaining(course.lessons.map(({ snapshot }) => snapshot)),
    );
    expect(documentHash).toBe(sha256(document));

    const all = (await findRecord(auditor, records.course!, "all")).proof as CourseEvidence;
    expect(all.lessons.every(({ opened }) => opened)).toBe(true);
    const none = (await findRecord(auditor, records.course!, { slug: "../etc" })).proof as CourseEvidence;
    expect(none.lessons.some(({ opened }) => opened)).toBe(false);
  });

  it("says so when what a lesson showed was changed behind the portal's back", async () => {
    const { snapshot } = ((await findRecord(auditor, records.course!)).proof as CourseEvidence).lessons[0]!;
    const altered = async () =>
      ((await findRecord(auditor, records.course!)).proof as CourseEvidence).altered;
    expect(await altered()).toEqual([]);
    await behindThePortal(async (run) => {
      const [row] = await run(`SELECT "segments" FROM "LessonSnapshot" WHERE "hash" = ?`, [snapshot]);
      const change = (segments: string) =>
        run(`UPDATE "LessonSnapshot" SET "segments" = ? WHERE "hash" = ?`, [segments, snapshot]);
      await change(String(row!.segments).replace("Read me.", "Read something else."));
      expect(await altered()).toHaveLength(1);
      await change(String(row!.segments));
    });
    expect(await altered()).toEqual([]);
  });

  it("keeps showing the lessons that were read when the course has moved on", async () => {
    await givenCourse({ slug: "safety", title: "Safety", lessons: { first: "## Other\n\nChanged words." } });
    const { proof } = await findRecord(auditor, records.course!, "all");
    expect(JSON.stringify(proof)).toContain("Read me.");
    expect(JSON.stringify(proof)).not.toContain("Changed words");
  });

  it("shows the paper as it was served and agrees with its score", async () => {
    const { proof, facts } = await findRecord(auditor, records.test!);
    const test = proof as TestEvidence;
    expect(test.differences).toEqual([]);
    expect(test.again).toEqual(test.stored);
    expect(test.again).toMatchObject({ score: 1, passed: true });
    expect(facts.score).toBe(1);
    const questions = test.sections.flatMap((section) => section.questions);
    expect(questions.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5]);
    const attempt = await db.attempt.findFirstOrThrow({
      where: { personId: learner.personId },
      select: { items: true },
    });
    for (const { position, served } of attempt.items)
      expect(
        questions.find((question) => question.position === position)!.served.map(({ id }) => id),
      ).toEqual(JSON.parse(served));
    const ordering = questions.find(({ kind }) => kind === "ordering")!;
    expect(ordering.givenOrder).toEqual(ordering.rightOrder);
    expect(questions.find(({ kind }) => kind === "numeric")!.number).toMatchObject({
      given: "12.5 %",
      value: 12.5,
    });
  });

  it("leads from an award to what it rests on, and to what became of it", async () => {
    const { proof, facts } = await findRecord(auditor, records.award!);
    const award = proof as AwardEvidence;
    expect(facts.actorName).toBeNull();
    expect(award.restsOn.map(({ recordId }) => recordId)).toEqual([records.course, records.test]);
    expect(award.history.map(({ recordId }) => recordId)).toEqual([records.award, records.revoked]);
    expect(award.history).toMatchObject([
      { actorName: null, confirmedByName: null },
      { actorName: "Ada Admin", confirmedByName: expect.stringMatching(/^Person /) as string },
    ]);
    expect(award.event).toBeNull();

    const revoked = await findRecord(auditor, records.revoked!);
    expect(revoked.facts).toMatchObject({ actorName: "Ada Admin", reason: "Sat by someone else" });
    expect(revoked.proof).toMatchObject({ event: { kind: "award-revoked" }, restsOn: award.restsOn });
  });

  it("shows a document of another shape as text", async () => {
    const id = await givenRecorded({ kind: "course-completed", document: { made: "by another version" } });
    const { proof, document } = await findRecord(auditor, id);
    expect(proof).toBeNull();
    expect(document).toBe('{"made":"by another version"}');
  });

  it("says what was changed behind the portal's back", async () => {
    await behindThePortal((run) =>
      run(`UPDATE "EvidenceRecord" SET "personName" = ? WHERE "id" = ?`, ["Someone Else", records.test!]),
    );
    const { ledger } = await findRecord(auditor, records.test!);
    expect(ledger.differences.join()).toContain("The name");
    await behindThePortal((run) =>
      run(`UPDATE "LedgerEntry" SET "body" = ? WHERE "id" = ?`, ['{"format":"x"}', records.award!]),
    );
    const award = await findRecord(auditor, records.award!);
    expect(award.ledger.entry.place!.verified).toBe(false);
    expect(award.ledger.differences).toEqual(["The ledger entry cannot be read."]);
  });
});
