import { beforeEach, describe, expect, it } from "vitest";
import { db, transaction } from "~/platform/db/client.server";
import { Conflict, Forbidden, Invalid } from "~/platform/errors";
import { sha256 } from "~/platform/ids.server";
import { givenCourse, prepareCourse, type GivenCourse } from "../../../tests/setup/given-course";
import { givenPerson } from "../../../tests/setup/builders";
import { givenCheck } from "../../../tests/setup/given-lesson";
import { publishRevision } from "./publish-revision.server";
import { checkKeys, readLesson } from "./read-lesson.server";
import { readRevision } from "./read-revision.server";
import { storeAsset } from "./store-asset.server";

const revisionsOf = (courseId: string) =>
  db.courseRevision.findMany({
    where: { courseId },
    orderBy: { number: "asc" },
    select: { id: true, number: true, manifest: true },
  });
/* Revisions cannot be deleted, so each test has a course of its own. */
let title = "";
let count = 0;
beforeEach(() => (title = `Course ${++count}`));

const given = (more: GivenCourse = {}) => givenCourse({ title, ...more });
const failureOf = (more: GivenCourse) => given(more).catch((error: unknown) => error);

describe("publishing a course", () => {
  it("makes a revision whose id is the hash of its manifest", async () => {
    const { courseId, revisionId, changed } = await given({ jobRoles: ["b", "a", "a"] });
    const [revision] = await revisionsOf(courseId);
    expect(changed).toBe(true);
    expect(revision).toMatchObject({ id: revisionId, number: 1 });
    expect(sha256(revision!.manifest)).toBe(revisionId);
    const course = await db.course.findUniqueOrThrow({
      where: { id: courseId },
      select: { currentRevisionId: true, minutes: true },
    });
    expect(course).toEqual({ currentRevisionId: revisionId, minutes: 5 });
    expect((await readRevision(revisionId)).audience).toEqual({ jobRoles: ["a", "b"], regions: [] });
  });

  it("makes none when nothing changed, and a following one when something did", async () => {
    const first = await given();
    expect(await given()).toEqual({ ...first, changed: false });
    const second = await given({ summary: "Said better." });
    expect(second.revisionId).not.toBe(first.revisionId);
    expect(await given({ summary: "Said better." })).toMatchObject({ changed: false });
    const back = await given();
    const revisions = await revisionsOf(first.courseId);
    expect(revisions.map(({ id }) => id)).toEqual([first.revisionId, second.revisionId, back.revisionId]);
    expect(new Set(revisions.map(({ id }) => id)).size).toBe(3);
    expect(JSON.parse(revisions[2]!.manifest)).toMatchObject({ previous: second.revisionId });
  });

  it("stores lessons that read back as they were compiled, keys apart", async () => {
    const input = await prepareCourse({ title, lessons: { one: `Text\n\n${givenCheck}` } });
    await transaction((tx) => publishRevision(tx, input));
    const { hash, segments, outline, checks } = input.lessons[0]!.compiled;
    expect(await readLesson(hash)).toEqual({ segments, outline });
    expect(await checkKeys(hash)).toEqual(checks);
    const { segments: stored } = await db.lessonSnapshot.findUniqueOrThrow({
      where: { hash },
      select: { segments: true },
    });
    expect(stored).not.toMatch(/WHY-|EXPLAINED|correct/);
    await expect(readLesson("0".repeat(64))).rejects.toThrow("does not exist");
  });

  it("notes the files that the lessons use, and only those", async () => {
    const bytes = (text: string) => Buffer.from(`<svg viewBox="0 0 9 9"><title>${text}</title></svg>`);
    const used = await storeAsset({ name: "used.svg", bytes: bytes("used") });
    const unused = await storeAsset({ name: "unused.svg", bytes: bytes("unused") });
    const { revisionId } = await given({ lessons: { one: "![It](./used.svg)" }, assets: [used, unused] });
    const rows = await db.revisionAsset.findMany({
      where: { revisionId },
      select: { name: true, hash: true },
    });
    expect(rows).toEqual([{ name: "used.svg", hash: used.hash }]);
    await expect(db.revisionAsset.deleteMany({ where: { revisionId } })).rejects.toThrow();
    await expect(
      db.revisionAsset.updateMany({ where: { revisionId }, data: { hash: unused.hash } }),
    ).rejects.toThrow();
  });

  it("lets one of two publishers through when they publish at once", async () => {
    const first = await given();
    const tries = await Promise.allSettled(
      ["One way.", "Another way.", "A third way."].map((summary) =>
        given({ summary, basedOn: first.revisionId }),
      ),
    );
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const result of tries)
      if (result.status === "rejected") expect(result.reason).toBeInstanceOf(Conflict);
    const revisions = await revisionsOf(first.courseId);
    expect(revisions.map(({ number }) => number)).toEqual([1, 2]);
  });

  it("lets one of two make a new course of one address", async () => {
    const tries = await Promise.allSettled(
      ["One way.", "Another way."].map((summary) => given({ summary, basedOn: null })),
    );
    expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await db.course.count({ where: { title } })).toBe(1);
  });

  it("refuses what is based on an older revision", async () => {
    const first = await given();
    await given({ summary: "Newer." });
    expect(await failureOf({ summary: "Mine.", basedOn: first.revisionId })).toBeInstanceOf(Conflict);
  });

  it("refuses another's course, a taken address, a new address and an empty course, and writes nothing", async () => {
    const [owner, other] = [await givenPerson(), await givenPerson()];
    const { courseId, revisionId } = await given({ ownerId: owner.personId });
    expect(await failureOf({ ownerId: other.personId, summary: "Mine now." })).toBeInstanceOf(Forbidden);
    expect(await failureOf({ origin: "git", summary: "From git." })).toBeInstanceOf(Conflict);
    expect(await failureOf({ courseId: "another", ownerId: owner.personId })).toBeInstanceOf(Conflict);
    expect(await failureOf({ courseId, slug: "moved", ownerId: owner.personId })).toBeInstanceOf(Conflict);
    expect(await failureOf({ lessons: {} })).toBeInstanceOf(Invalid);
    expect((await revisionsOf(courseId)).map(({ id }) => id)).toEqual([revisionId]);
  });
});
