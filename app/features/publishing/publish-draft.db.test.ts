import { beforeAll, describe, expect, it } from "vitest";
import { findPublishedAsset } from "~/features/content/asset-queries.server";
import { browseCourses, findCourse } from "~/features/content/course-queries.server";
import { searchCourses } from "~/features/content/search-courses.server";
import type { Actor } from "~/features/people/actor";
import { db } from "~/platform/db/client.server";
import { Conflict, NotFound } from "~/platform/errors";
import { givenPerson } from "../../../tests/setup/builders";
import { givenDraft, givenManager, publish, write } from "../../../tests/setup/given-draft";
import { addFiles } from "./add-files.server";
import { addLesson } from "./add-lesson.server";
import { moveLesson } from "./arrange-lessons.server";
import { draftAssetVisibleTo } from "./draft-asset-visible.server";
import { findDraft } from "./draft-queries.server";
import { listFiles } from "./draft-files.server";
import { DraftProblems, publishDraft, type PublishRequest, settleDraft } from "./publish-draft.server";
import { publishPlan } from "./publish-plan.server";
import { restoreDraft, withdrawDraft } from "./withdraw-course.server";

const publishAlone = (actor: Actor, request: PublishRequest) =>
  publishDraft(actor, request, async () => false);

let manager: Actor;
let reader: Actor;
let outsider: Actor;

beforeAll(async () => {
  manager = await givenManager();
  reader = await givenPerson({ jobRole: "account-executive", region: "asia-pacific" });
  outsider = await givenPerson({ jobRole: "customer-service-associate", region: "emea" });
});

const revisionsOf = async (draftId: string) => {
  const { courseId } = await findDraft(manager, draftId);
  return db.courseRevision.findMany({
    where: { courseId },
    orderBy: { number: "asc" },
    select: { id: true, number: true, note: true },
  });
};

const hostile: [what: string, source: string, line: number, words: RegExp][] = [
  ["an expression", "Fine.\n\n{process.env.SECRET}", 3, /expression/],
  ["an import", "Fine.\n\nimport fs from 'fs'", 3, /import/],
  ["an unknown block", "Fine.\n\n\n<Script src='x' />", 4, /no block <Script>/],
  ["raw HTML", "Fine.\n\n<b onclick='alert(1)'>Bold</b>", 3, /Raw HTML/],
  ["a file that is not there", 'Fine.\n\n<Figure src="./gone.png" alt="Gone" />', 3, /no file/],
  ["front matter", "---\ntitle: Mine\n---\n\nFine.", 1, /front matter/],
];

describe("a draft that is not clean", () => {
  it.each(hostile)(
    "with %s is refused with the line, and nothing is published",
    async (_, source, line, words) => {
      const draftId = await givenDraft(manager, {}, { Good: "Fine.", Bad: source });
      const refused = await publish(manager, draftId).catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(DraftProblems);
      const [problem] = (refused as DraftProblems).problems;
      expect(problem).toMatchObject({ line, lesson: { slug: "bad" }, inText: true });
      expect(`${problem!.message} ${problem!.advice}`).toMatch(words);
      expect(await revisionsOf(draftId)).toEqual([]);
      expect((await findDraft(manager, draftId)).state).toBe("draft");
    },
  );

  it("says what is missing of each lesson, and that a check's id is used twice", async () => {
    const check =
      '<KnowledgeCheck id="same" question="Is it?">\n<Choice correct why="Yes.">It is</Choice>\n<Choice why="No.">It is not</Choice>\n<Choice why="No.">Perhaps</Choice>\n</KnowledgeCheck>';
    const draftId = await givenDraft(manager, {}, { One: check, Two: `Some text.\n\n${check}` });
    await addLesson(manager, { draftId, title: "Empty" });
    const { problems, changes } = await publishPlan(manager, draftId);
    const words = problems.map(({ lesson, line, message }) => `${lesson?.slug} ${line} ${message}`);
    expect(words).toContain('two 3 The knowledge check "same" is in the lesson "one" too.');
    expect(words.filter((each) => each.startsWith("empty"))).toHaveLength(3);
    expect(changes).toBeNull();
  });

  it("without a lesson is refused", async () => {
    const draftId = await givenDraft(manager, {}, {});
    await expect(publish(manager, draftId)).rejects.toBeInstanceOf(DraftProblems);
  });
});

describe("publishing", () => {
  it("shows the course to its audience at once and to nobody else", async () => {
    const audience = { jobRoles: ["account-executive"], regions: ["asia-pacific"] };
    const draftId = await givenDraft(manager, { title: "Quokka handling", ...audience }, {});
    const svg = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40"><rect width="60" height="40"/></svg>',
    );
    await addFiles(manager, draftId, [{ name: "Quokka.svg", bytes: svg }]);
    const lesson = await addLesson(manager, { draftId, title: "First steps" });
    await write(
      manager,
      draftId,
      lesson,
      '## Marsupials\n\nMind the quokka.\n\n<Figure src="./quokka.svg" alt="A quokka" />',
    );
    const { hash } = (await listFiles(manager, draftId)).files[0]!;

    const sees = async (actor: Actor) => ({
      page: await findCourse(actor, "quokka-handling").then(
        ({ title }) => title,
        (error: unknown) => error instanceof NotFound,
      ),
      listed: (await browseCourses(actor)).courses.some(({ slug }) => slug === "quokka-handling"),
      found: (await searchCourses(actor, { query: "quokka" })).length,
      file: (await findPublishedAsset(actor, hash)) !== null,
      draftFile: await draftAssetVisibleTo(actor, hash),
    });
    const nothing = { page: true, listed: false, found: 0, file: false, draftFile: false };
    expect(await sees(reader)).toEqual(nothing);
    expect(await sees(manager)).toEqual({ ...nothing, draftFile: true });

    const plan = await publishPlan(manager, draftId);
    expect(plan).toMatchObject({ audience: "Account executives in Asia pacific", people: 1, revision: 0 });
    await publish(manager, draftId);
    const everything = { page: "Quokka handling", listed: true, found: 1, file: true, draftFile: false };
    expect(await sees(reader)).toEqual(everything);
    expect(await sees(manager)).toEqual({ ...everything, draftFile: true });
    expect(await sees(outsider)).toEqual(nothing);

    await withdrawDraft(manager, draftId);
    expect(await sees(reader)).toEqual(nothing);
    expect((await findDraft(manager, draftId)).state).toBe("withdrawn");
    await expect(withdrawDraft(manager, draftId)).rejects.toBeInstanceOf(Conflict);
    await restoreDraft(manager, draftId);
    expect(await sees(reader)).toEqual(everything);
  });

  it("again makes the next revision, in which unchanged lessons are the same ones", async () => {
    const draftId = await givenDraft(
      manager,
      {},
      { Kept: "## Kept\n\nAs it was.", Changed: "## Old\n\nOld.", Gone: "Gone soon." },
    );
    const first = await publish(manager, draftId);
    await write(manager, draftId, "changed", "## New\n\nNew.");
    await addLesson(manager, { draftId, title: "Added" });
    await write(manager, draftId, "added", "## Added\n\nAlso new.");
    await moveLesson(manager, { draftId, lessonSlug: "gone", to: 1 });
    expect((await findDraft(manager, draftId)).state).toBe("changed");
    const { changes } = await publishPlan(manager, draftId);
    expect(changes?.map(({ slug, change }) => `${slug} ${change}`)).toEqual([
      "gone moved",
      "kept moved",
      "changed changed",
      "added new",
    ]);

    await expect(publish(manager, draftId, " ")).rejects.toMatchObject({
      fields: { note: [expect.any(String)] },
    });
    const second = await publish(manager, draftId, "The second lesson is new");
    const hashes = async (revisionId: string) => {
      const rows = await db.revisionLesson.findMany({
        where: { revisionId },
        select: { slug: true, snapshotHash: true },
      });
      return Object.fromEntries(rows.map(({ slug, snapshotHash }) => [slug, snapshotHash]));
    };
    const [before, after] = [await hashes(first.revisionId), await hashes(second.revisionId)];
    expect(after.kept).toBe(before.kept);
    expect(after.changed).not.toBe(before.changed);
    expect((await revisionsOf(draftId)).map(({ number, note }) => `${number} ${note}`)).toEqual([
      "1 What is new",
      "2 The second lesson is new",
    ]);
    expect(await findDraft(manager, draftId)).toMatchObject({ state: "published", revision: 2 });
  });

  it("says how it changes the one before: as proposed, or otherwise with a reason, and never against the facts", async () => {
    const draftId = await givenDraft(manager, {}, { One: "As it was.", Two: "The second." });
    await publish(manager, draftId);
    await write(manager, draftId, "one", "As it is.");
    expect((await publishPlan(manager, draftId)).judged).toMatchObject({
      proposed: "delta",
      notEditorial: [],
    });
    const { edits } = await findDraft(manager, draftId);
    const publishAs = (kind: "editorial" | "full", reason: string) =>
      publishAlone(manager, { draftId, edits, note: "Said better", change: { kind, reason } });
    await expect(publishAs("editorial", " ")).rejects.toMatchObject({ reason: "change-reason" });
    const { revisionId } = await publishAs("editorial", "The same in other words");
    expect(
      await db.courseRevision.findUniqueOrThrow({
        where: { id: revisionId },
        select: { change: true, changeReason: true },
      }),
    ).toEqual({ change: "editorial", changeReason: "The same in other words" });

    await addLesson(manager, { draftId, title: "Three" });
    await write(manager, draftId, "three", "The third.");
    const later = await findDraft(manager, draftId);
    const wrong = { kind: "editorial" as const, reason: "It is only one lesson" };
    await expect(
      publishAlone(manager, { draftId, edits: later.edits, note: "More", change: wrong }),
    ).rejects.toMatchObject({ reason: "not-editorial", fields: { change: [expect.any(String)] } });
    expect(await revisionsOf(draftId)).toHaveLength(2);
  });

  it("from several tabs at once makes one revision and tells the others", async () => {
    const draftId = await givenDraft(manager);
    const { edits } = await findDraft(manager, draftId);
    for (const note of ["First", "Second"]) {
      const at = note === "First" ? edits : (await findDraft(manager, draftId)).edits;
      const results = await Promise.allSettled(
        Array.from({ length: 4 }, () => publishAlone(manager, { draftId, edits: at, note })),
      );
      expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      for (const result of results)
        if (result.status === "rejected") expect(result.reason).toBeInstanceOf(Conflict);
      await write(manager, draftId, "the-lamp", `Changed after ${note}`);
    }
    expect(await revisionsOf(draftId)).toHaveLength(2);
  });

  it("refuses what was edited after it was read through, and what has nothing new", async () => {
    const draftId = await givenDraft(manager);
    const { edits } = await findDraft(manager, draftId);
    await write(manager, draftId, "the-lamp", "Something else");
    await expect(publishAlone(manager, { draftId, edits, note: "" })).rejects.toMatchObject({
      reason: "moved-on",
    });
    await publish(manager, draftId);
    await expect(publish(manager, draftId)).rejects.toMatchObject({ reason: "nothing-new" });
  });

  it("has nothing to publish of what was changed back, and can be listed as published again", async () => {
    const author = await givenManager();
    const draftId = await givenDraft(author, {}, { One: "As it was.", Two: "The second." });
    await publish(author, draftId);
    await write(author, draftId, "one", "As it is.");
    const changed = await findDraft(author, draftId);
    expect((await publishPlan(author, draftId)).nothingDiffers).toBe(false);
    await expect(settleDraft(author, { draftId, edits: changed.edits })).rejects.toMatchObject({
      reason: "differs",
    });
    await write(author, draftId, "one", "As *it* was.");
    expect((await publishPlan(author, draftId)).nothingDiffers, "layout differs too").toBe(false);
    await write(author, draftId, "one", "As it was.");
    expect((await publishPlan(author, draftId)).nothingDiffers).toBe(true);
    await expect(publish(author, draftId)).rejects.toMatchObject({ reason: "nothing-new" });
    await expect(settleDraft(author, { draftId, edits: changed.edits })).rejects.toMatchObject({
      reason: "moved-on",
    });
    const { edits } = await findDraft(author, draftId);
    await expect(settleDraft(await givenManager(), { draftId, edits })).rejects.toBeInstanceOf(NotFound);
    await settleDraft(author, { draftId, edits });
    expect(await findDraft(author, draftId)).toMatchObject({ state: "published", revision: 1 });
    await moveLesson(author, { draftId, lessonSlug: "two", to: 0 });
    expect((await publishPlan(author, draftId)).nothingDiffers).toBe(false);
  });

  it("is its author's alone", async () => {
    const draftId = await givenDraft(manager);
    const { edits } = await findDraft(manager, draftId);
    for (const actor of [await givenManager(), reader, { ...manager, access: [] }]) {
      await expect(publishPlan(actor, draftId)).rejects.toBeInstanceOf(NotFound);
      await expect(publishAlone(actor, { draftId, edits, note: "" })).rejects.toBeInstanceOf(NotFound);
      await expect(withdrawDraft(actor, draftId)).rejects.toBeInstanceOf(NotFound);
    }
    expect(await revisionsOf(draftId)).toEqual([]);
  });
});
