import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "~/features/people/actor";
import { db, transaction } from "~/platform/db/client.server";
import { publishRevision } from "~/features/content/publish-revision.server";
import { Invalid, NotFound } from "~/platform/errors";
import { givenPerson } from "../../../tests/setup/builders";
import { givenCourse, prepareCourse } from "../../../tests/setup/given-course";
import { shownLesson } from "../../../tests/setup/shown-lesson";
import { givenCheck } from "../../../tests/setup/given-lesson";
import { catalogue } from "./catalogue.server";
import { answerCheck } from "./check-answers.server";
import { completeLesson } from "./complete-lesson.server";
import { courseProgress } from "./course-progress.server";
import { openLesson } from "./open-lesson.server";

const LESSONS = { one: `Read this.\n\n${givenCheck}`, two: "The second.", three: "The third." };
const place = (lessonSlug: string, courseSlug = "thermal-basics") => ({ courseSlug, lessonSlug });

let courseId: string;
let actor: Actor;

beforeAll(async () => {
  ({ courseId } = await givenCourse({ title: "Thermal basics", lessons: LESSONS }));
  await givenCourse({
    title: "Closed course",
    jobRoles: ["account-executive"],
    lessons: { secret: "Xylophone." },
  });
});

const shown = (who: Actor, lessonSlug: string) => shownLesson(who, "thermal-basics", lessonSlug);
const done = async (who: Actor, lessonSlug: string) => completeLesson(who, await shown(who, lessonSlug));

async function newcomer() {
  actor = await givenPerson({ jobRole: "customer-service-associate" });
  return actor;
}

async function answerFirst(who: Actor, chosen = ["2"]) {
  return answerCheck(who, { ...(await shown(who, "one")), checkId: "first", chosen });
}

async function choiceIds(who: Actor) {
  const { segments } = await openLesson(who, place("one"));
  const check = segments.find((segment) => segment.kind === "knowledge-check")!;
  return check.choices.map(({ id }) => id);
}

describe("a lesson", () => {
  it("is remembered as the place to go on from", async () => {
    const who = await newcomer();
    await openLesson(who, place("two"));
    const progress = await courseProgress(who.personId, [courseId]);
    expect(progress.get(courseId)).toMatchObject({ state: "in-progress", resumeAt: "two", readLessons: 0 });
  });

  it("shows no answer key before the answer, and explains after it", async () => {
    const who = await newcomer();
    expect(JSON.stringify(await openLesson(who, place("one")))).not.toMatch(/WHY-|EXPLAINED|correct/);
    const [wrong, right] = await choiceIds(who);
    const told = await answerFirst(who, [wrong!]);
    expect(told).toMatchObject({ correct: false, notes: { [wrong!]: { right: false, why: "WHY-A" } } });
    expect(JSON.stringify(told)).not.toContain("WHY-B");
    expect(await answerFirst(who, [right!])).toMatchObject({ correct: true });
    expect((await openLesson(who, place("one"))).answers.first?.correct).toBe(true);
  });

  it("refuses an empty, an unknown and an unasked answer", async () => {
    const who = await newcomer();
    await expect(answerFirst(who, [])).rejects.toThrow(Invalid);
    await expect(answerFirst(who, ["no-such-choice"])).rejects.toThrow(Invalid);
    await expect(
      answerCheck(who, { ...(await shown(who, "one")), checkId: "other", chosen: ["1"] }),
    ).rejects.toThrow(NotFound);
    for (const name of ["constructor", "__proto__", "toString"]) {
      await expect(answerFirst(who, [name])).rejects.toThrow(Invalid);
      await expect(
        answerCheck(who, { ...(await shown(who, "one")), checkId: name, chosen: ["1"] }),
      ).rejects.toThrow(NotFound);
    }
    expect(await db.checkAnswer.count({ where: { personId: who.personId } })).toBe(0);
  });

  it("is done only when its questions are answered, right or wrong", async () => {
    const who = await newcomer();
    await expect(done(who, "one")).rejects.toMatchObject({
      reason: "unanswered-checks",
      fields: { checks: ["first"] },
    });
    await answerFirst(who, [(await choiceIds(who))[0]!]);
    expect(await done(who, "one")).toEqual({ nextLesson: "two", courseCompleted: false });
  });

  it("does not exist for who is outside the audience", async () => {
    const who = await newcomer();
    await expect(openLesson(who, place("secret", "closed-course"))).rejects.toThrow(NotFound);
    await expect(completeLesson(who, { ...place("secret", "closed-course"), snapshot: "" })).rejects.toThrow(
      NotFound,
    );
    await expect(openLesson(who, place("nowhere"))).rejects.toThrow(NotFound);
    const found = await catalogue(who, { query: "xylophone" });
    expect(found.courses).toEqual([]);
  });
});

describe("a course", () => {
  async function readAll(who: Actor) {
    await answerFirst(who, [(await choiceIds(who))[1]!]);
    for (const lesson of ["one", "two", "three"]) await done(who, lesson);
  }

  it("is completed once, with its evidence, however often the last lesson is sent", async () => {
    const who = await newcomer();
    await answerFirst(who, [(await choiceIds(who))[1]!]);
    await done(who, "one");
    await done(who, "two");
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => done(who, "three")));
    expect(outcomes.filter(({ courseCompleted }) => courseCompleted)).toHaveLength(1);
    const records = await db.evidenceRecord.findMany({
      where: { personId: who.personId },
      select: { document: true },
    });
    expect(records).toHaveLength(1);
    const document = JSON.parse(records[0]!.document) as {
      lessons: { snapshot: string; readAt: string; answers: unknown[] }[];
    };
    expect(document.lessons.map(({ snapshot }) => snapshot)).toHaveLength(3);
    expect(document.lessons[0]!.answers).toHaveLength(1);
    expect(document.lessons.every(({ readAt }) => readAt !== null)).toBe(true);
  });

  it("is completed when its last two lessons are sent at the same moment", async () => {
    const who = await newcomer();
    await answerFirst(who, [(await choiceIds(who))[1]!]);
    await done(who, "one");
    await Promise.all(["two", "three"].map((lesson) => done(who, lesson)));
    expect(await db.courseCompletion.count({ where: { personId: who.personId } })).toBe(1);
    expect(await db.outboxMessage.count({ where: { payload: { contains: who.personId } } })).toBe(1);
  });

  it("takes nothing that was sent from a page which had shown an earlier revision", async () => {
    const course = { slug: "moving-text", title: "Moving text" };
    await givenCourse({ ...course, lessons: { only: `As it was.\n\n${givenCheck}` } });
    const who = await newcomer();
    const sent = await shownLesson(who, course.slug, "only");
    const input = await prepareCourse({ ...course, lessons: { only: `As it is.\n\n${givenCheck}` } });
    await transaction((tx) => publishRevision(tx, input));

    const revised = { reason: "lesson-revised" };
    await expect(answerCheck(who, { ...sent, checkId: "first", chosen: ["a"] })).rejects.toMatchObject(
      revised,
    );
    await expect(completeLesson(who, sent)).rejects.toMatchObject(revised);
    expect(await db.checkAnswer.count({ where: { personId: who.personId } })).toBe(0);
    expect(await db.lessonProgress.count({ where: { personId: who.personId } })).toBe(0);

    const again = await shownLesson(who, course.slug, "only");
    await answerCheck(who, { ...again, checkId: "first", chosen: ["a"] });
    expect(await completeLesson(who, again)).toMatchObject({ courseCompleted: true });
  });

  it("keeps unchanged lessons read in a new revision, and asks for the changed one", async () => {
    const who = await newcomer();
    await readAll(who);
    const input = await prepareCourse({
      title: "Thermal basics",
      lessons: { ...LESSONS, two: "The second, revised." },
    });
    await transaction((tx) => publishRevision(tx, input));
    const progress = (await courseProgress(who.personId, [courseId])).get(courseId)!;
    expect(progress).toMatchObject({ state: "completed", readLessons: 2, resumeAt: "two" });
    expect(await done(who, "two")).toMatchObject({ courseCompleted: true });
    expect(await db.courseCompletion.count({ where: { personId: who.personId } })).toBe(2);
  });
});

describe("the catalogue", () => {
  it("forgives a slip of the finger, and filters by state", async () => {
    const who = await newcomer();
    expect((await catalogue(who, { query: "thermla" })).courses.map(({ slug }) => slug)).toContain(
      "thermal-basics",
    );
    expect((await catalogue(who, { state: "in-progress" })).courses).toEqual([]);
    await openLesson(who, place("one"));
    expect((await catalogue(who, { state: "in-progress" })).courses.map(({ id }) => id)).toEqual([courseId]);
    expect((await catalogue(who, { state: "not-started" })).courses.map(({ id }) => id)).not.toContain(
      courseId,
    );
  });
});
