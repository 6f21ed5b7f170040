import { addDays } from "date-fns";
import { beforeEach, describe, expect, it } from "vitest";
import type { ChangeKind } from "~/features/content/revisions/change-kinds";
import type { Actor } from "~/features/people/actor";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { givenPerson } from "../../../../tests/setup/builders";
import { givenCourse } from "../../../../tests/setup/given-course";
import { givenCheck } from "../../../../tests/setup/given-lesson";
import { shownLesson } from "../../../../tests/setup/shown-lesson";
import { answerCheck } from "~/features/learning/check-answers.server";
import { completeLesson } from "~/features/learning/complete-lesson.server";
import { coursePage } from "~/features/learning/course-page.server";
import { courseProgress } from "~/features/learning/course-progress.server";
import { openLesson } from "~/features/learning/open-lesson.server";
import { certificationDefinition } from "../certification-definition";
import { stateIn } from "../certification-states.server";
import { owedOf } from "../owed";
import { findSteps } from "../step-queries.server";

const FIRST = { one: `Read this.\n\n${givenCheck}`, two: "The second.", three: "The third." };
const givenAward = {
  id: "award",
  personId: "somebody",
  title: "",
  edition: "1",
  code: "",
  number: 1,
  recordedAt: new Date(0),
  renewalWindowDays: 60,
  graceDays: 0,
  events: [],
};
let count = 0;
let slug: string;
let who: Actor;

beforeEach(async () => {
  slug = `renewed-${++count}`;
  who = await givenPerson({});
});

/** Revises the course; the first revision, which changes nothing, is called nothing. */
function publish(lessons: Record<string, string>, kind?: ChangeKind) {
  const change = kind ? { kind, reason: "For the test" } : null;
  return givenCourse({ slug, title: slug, lessons, change, note: "What is new" });
}

const read = async (lesson: string) => completeLesson(who, await shownLesson(who, slug, lesson));
const answer = async (lesson: string) =>
  answerCheck(who, { ...(await shownLesson(who, slug, lesson)), checkId: "first", chosen: ["b"] });
const asked = async () => {
  const { lessons, renewal } = await coursePage(who, slug);
  const marked = lessons.flatMap((lesson) => (lesson.asked ? [lesson.slug] : []));
  return renewal && [renewal.kind, `${renewal.done} of ${renewal.lessons}`, ...marked].join(" ");
};
const completions = () => db.courseCompletion.count({ where: { personId: who.personId } });
const isCurrent = async () => {
  const facts = (await findSteps(who.personId, [{ course: slug }])).facts.get(`course ${slug}`)!;
  return facts.evidence.some((item) => item.kind === "course" && item.current);
};

async function completeFirst() {
  await publish(FIRST);
  await answer("one");
  for (const lesson of Object.keys(FIRST)) await read(lesson);
  expect(await completions()).toBe(1);
}

describe("an editorial revision", () => {
  it("asks nothing of who completed the one before, or the one before that", async () => {
    await completeFirst();
    await publish({ ...FIRST, two: "The second one." }, "editorial");
    await publish({ ...FIRST, two: "The second one.", three: "The third one." }, "editorial");
    expect(await asked()).toBeNull();
    expect(await isCurrent()).toBe(true);
    expect((await coursePage(who, slug)).progress).toMatchObject({ readLessons: 3, minutesLeft: 0 });
    expect(await read("two")).toMatchObject({ courseCompleted: false });
    expect(await completions()).toBe(1);
  });

  it("leaves a lesson read that somebody in the middle of the course had read", async () => {
    await publish(FIRST);
    await read("two");
    await publish({ ...FIRST, two: "The second one." }, "editorial");
    const lessons = (await coursePage(who, slug)).lessons.map(({ read }) => read);
    expect(lessons).toEqual([false, true, false]);
  });

  it("is refused where a right answer changed", async () => {
    await publish(FIRST);
    const right = givenCheck.replace("<Choice correct", "<Choice").replace("<Choice ", "<Choice correct ");
    expect(right).not.toBe(givenCheck);
    await expect(publish({ ...FIRST, one: `Read this.\n\n${right}` }, "editorial")).rejects.toMatchObject({
      reason: "not-editorial",
    });
  });
});

describe("a delta", () => {
  it("asks for the lessons that changed and their checks, and records from which revision", async () => {
    await completeFirst();
    const { revisionId } = await publish({ ...FIRST, one: `Read that.\n\n${givenCheck}` }, "delta");
    expect(await asked()).toBe("delta 0 of 1 one");
    expect(await isCurrent()).toBe(false);
    const place = { courseSlug: slug, lessonSlug: "one" };
    const text = async (marked: boolean) =>
      JSON.stringify((await openLesson(who, { ...place, marked })).segments);
    expect(await text(true)).toMatch(/<del[^>]*>this\.<\/del> <ins[^>]*>that\.<\/ins>/);
    expect(await text(false)).not.toMatch(/<ins|<del/);
    expect((await openLesson(who, { ...place, lessonSlug: "two", marked: true })).marked).toBeNull();
    await expect(read("one")).rejects.toMatchObject({ reason: "unanswered-checks" });
    await answer("one");
    const outcomes = await Promise.all(Array.from({ length: 4 }, () => read("one")));
    expect(outcomes.filter(({ courseCompleted }) => courseCompleted)).toHaveLength(1);
    expect(await asked()).toBeNull();
    expect(await isCurrent()).toBe(true);

    const records = await db.evidenceRecord.findMany({
      where: { personId: who.personId },
      orderBy: { occurredAt: "asc" },
      select: { edition: true, document: true },
    });
    expect(records.map(({ edition }) => edition)).toEqual([
      "Revision 1",
      "Revision 2, delta from revision 1",
    ]);
    expect(JSON.parse(records[1]!.document)).toMatchObject({
      revision: { id: revisionId },
      renewal: { kind: "delta", from: { number: 1 }, asked: ["one"] },
    });
  });

  it("adds up over several revisions, and leads from one asked lesson to the next", async () => {
    await completeFirst();
    await publish({ ...FIRST, three: "The third, revised." }, "delta");
    await publish({ four: "The fourth.", two: "The second.", three: "The third, revised." }, "delta");
    expect(await asked()).toBe("delta 0 of 2 four three");
    expect(await read("four")).toEqual({ nextLesson: "three", courseCompleted: false });
    expect(await asked()).toBe("delta 1 of 2 four three");
    expect(await read("three")).toMatchObject({ courseCompleted: true });
  });

  it("is what a certification that is owed asks for, with its lessons and its time", async () => {
    await completeFirst();
    await publish({ ...FIRST, three: "The third, revised." }, "delta");
    const steps = [{ course: slug }];
    const found = await findSteps(who.personId, steps);
    const reading = await courseProgress(who.personId, [found.facts.get(`course ${slug}`)!.id]);
    const named = { id: slug, title: slug, edition: "1", summary: slug, requirements: steps };
    const definition = certificationDefinition.parse(named);
    const inDays = (days: number) => addDays(now(), days);
    const award = { ...givenAward, certificationId: slug, validFrom: now(), validUntil: inDays(90) };
    const state = stateIn([], { personId: who.personId, definition }, now());
    const owed = owedOf({ ...state, awards: [award] }, definition, found, reading, inDays(60));
    expect(owed.steps).toMatchObject([
      {
        to: `/courses/${slug}/three`,
        state: "not-started",
        action: "Read what changed",
        detail: "0 of 1 new or changed lessons read, about 5 minutes to go",
      },
    ]);
  });

  it("asks nothing where lessons were only taken away", async () => {
    await completeFirst();
    await publish({ one: FIRST.one, two: FIRST.two }, "delta");
    expect(await asked()).toBeNull();
    expect(await isCurrent()).toBe(true);
  });

  it("that comes to somebody in the middle of the course asks for the changed lesson with the rest", async () => {
    await publish(FIRST);
    await read("two");
    await read("three");
    await publish({ ...FIRST, two: "The second, revised." }, "delta");
    const { lessons, renewal } = await coursePage(who, slug);
    expect([renewal, ...lessons.map(({ read }) => read)]).toEqual([null, false, false, true]);
    await answer("one");
    await read("one");
    expect(await read("two")).toMatchObject({ courseCompleted: true });
  });

  it("that comes to somebody in the middle of a delta is added to it", async () => {
    await completeFirst();
    await publish({ ...FIRST, two: "The second, revised.", three: "The third, revised." }, "delta");
    await read("two");
    await publish({ ...FIRST, two: "The second, revised.", three: "The third, again." }, "delta");
    expect(await asked()).toBe("delta 1 of 2 two three");
    expect(await read("three")).toMatchObject({ courseCompleted: true });
  });
});

describe("a full revision", () => {
  it("asks for every lesson and answer again, also the unchanged ones", async () => {
    await completeFirst();
    await publish({ ...FIRST, two: "The second, revised." }, "full");
    expect(await asked()).toBe("full 0 of 3 one two three");
    expect((await openLesson(who, { courseSlug: slug, lessonSlug: "one" })).answers).toEqual({});
    await read("two");
    await read("three");
    await expect(read("one")).rejects.toMatchObject({ reason: "unanswered-checks" });
    await answer("one");
    expect(await read("one")).toMatchObject({ courseCompleted: true });
    expect(await completions()).toBe(2);
    expect(await isCurrent()).toBe(true);
  });

  it("is what counts when a delta comes after it", async () => {
    await completeFirst();
    await publish({ ...FIRST, two: "The second, revised." }, "full");
    const { courseId } = await publish({ ...FIRST, two: "The second, again." }, "delta");
    expect(await asked()).toBe("full 0 of 3 one two three");
    const progress = (await courseProgress(who.personId, [courseId])).get(courseId);
    expect(progress).toMatchObject({ state: "completed", readLessons: 0 });
  });
});
