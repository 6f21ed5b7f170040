import { cp, mkdtemp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { db } from "~/platform/db/client.server";
import { NotFound } from "~/platform/errors";
import { givenPerson } from "../../../tests/setup/builders";
import { givenCourse } from "../../../tests/setup/given-course";
import { checkCourses } from "./check-courses.server";
import { contentProblems, replaceProblems } from "./content-problems.server";
import { readKeptSnapshots } from "./kept-snapshots.server";
import { syncCourses } from "./sync-courses.server";

let root: string;
/* Revisions cannot be deleted, so the courses of each test have names of their own. */
let prefix = "";
let tests = 0;

const folder = (slug: string) => path.join(root, "courses", prefix + slug);

beforeEach(async () => {
  prefix = `t${++tests}-`;
  root = await mkdtemp(path.join(tmpdir(), "attest-content-"));
  await mkdir(path.join(root, "courses"));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const yaml = (title: string) =>
  `title: ${title}\nsummary: About it.\nkind: product\nlanguage: en\naudience: { jobRoles: [], regions: [] }\n`;
const lesson = (body: string) => `---\ntitle: A lesson\nminutes: 2\nsummary: About it.\n---\n\n${body}\n`;
const figure = '<svg viewBox="0 0 9 9"><path d="M0 0"/></svg>';

async function write(slug: string, files: Record<string, string>): Promise<void> {
  await mkdir(folder(slug), { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder(slug), name), text);
}

const ofTest = () => ({ slug: { startsWith: prefix } });
const revisions = () => db.courseRevision.count({ where: { course: ofTest() } });

async function courses() {
  const select = { slug: true, currentRevisionId: true, archivedAt: true, ownerId: true, origin: true };
  const rows = await db.course.findMany({ where: ofTest(), orderBy: { slug: "asc" }, select });
  return rows.map((row) => ({ ...row, slug: row.slug.slice(prefix.length) }));
}

describe("bringing in content", () => {
  it("publishes the courses that are right and tells of the one that is not, by file and line", async () => {
    await write("good", {
      "course.yaml": yaml("Good"),
      "01-one.mdx": lesson("![A line](./a.svg)"),
      "a.svg": figure,
    });
    await write("broken", {
      "course.yaml": yaml("Broken"),
      "01-one.mdx": lesson("Fine"),
      "02-two.mdx": lesson("Text\n\n{process.exit()}"),
    });
    await write("worse", {
      "course.yaml": "title: [",
      "1-one.mdx": "x",
      "bad.svg": "<svg onload='x' viewBox='0 0 1 1'/>",
    });
    const findings = await syncCourses(root);
    expect((await courses()).map(({ slug, origin, ownerId }) => [slug, origin, ownerId])).toEqual([
      ["good", "git", null],
    ]);
    expect(findings).toContainEqual(
      expect.objectContaining({ file: `courses/${prefix}broken/02-two.mdx`, line: 9, column: 1 }),
    );
    const worse = findings
      .filter(({ file }) => file.startsWith(`courses/${prefix}worse/`))
      .map(({ file }) => path.basename(file));
    expect(worse.sort()).toEqual(["1-one.mdx", "bad.svg", "course.yaml", `${prefix}worse`].sort());
    expect(findings).toHaveLength(5);
  });

  it("does nothing the second time, and only what changed the third", async () => {
    await write("a", { "course.yaml": yaml("A"), "01-one.mdx": lesson("One"), "02-two.mdx": lesson("Two") });
    await write("b", { "course.yaml": yaml("B"), "01-one.mdx": lesson("One") });
    await syncCourses(root);
    const before = await courses();
    const writes = { revisions: await revisions(), snapshots: await db.lessonSnapshot.count() };
    expect(await syncCourses(root)).toEqual([]);
    expect(await courses()).toEqual(before);
    expect({ revisions: await revisions(), snapshots: await db.lessonSnapshot.count() }).toEqual(writes);

    await write("a", { "02-two.mdx": lesson("Two, better") });
    await syncCourses(root);
    const after = await courses();
    expect(after[0]!.currentRevisionId).not.toBe(before[0]!.currentRevisionId);
    expect(after[1]).toEqual(before[1]);
    expect(await db.lessonSnapshot.count()).toBe(writes.snapshots + 1);
  });

  it("takes lessons that were compiled before, and keeps those that it had to compile", async () => {
    const kept = path.join(root, "kept.json");
    await write("a", {
      "course.yaml": yaml("A"),
      "01-one.mdx": lesson("Once"),
      "02-two.mdx": lesson("Twice"),
    });
    await checkCourses(root, { kept });
    const file = await readFile(kept, "utf8");
    expect(file).toContain('"text":"Once"');
    await writeFile(kept, file.replace('"text":"Once"', '"text":"As kept"'));
    await write("a", { "02-two.mdx": lesson("Anew") });
    expect(await syncCourses(root, kept)).toEqual([]);
    const known = [...(await readKeptSnapshots(kept)).values()].map(({ text }) => text);
    expect(known.sort()).toEqual(["Anew", "As kept", "Twice"]);
    const stored = await db.lessonSnapshot.findMany({
      where: { text: { in: ["Once", "As kept", "Anew"] } },
      select: { text: true },
    });
    expect(stored.map(({ text }) => text).sort()).toEqual(["Anew", "As kept"]);
  });

  it("judges a change itself, or takes the word of an entry, which counts once", async () => {
    const changes = async () => {
      const where = { course: { slug: `${prefix}said` } };
      const rows = await db.courseRevision.findMany({
        where,
        orderBy: { number: "asc" },
        select: { change: true },
      });
      return rows.map(({ change }) => change);
    };
    const said = (kind: string, note: string) => `${yaml("Said")}change: { kind: ${kind}, note: ${note} }\n`;
    await write("said", { "course.yaml": yaml("Said"), "01-one.mdx": lesson("One") });
    await syncCourses(root);
    await write("said", { "01-one.mdx": lesson("*One*") });
    await syncCourses(root);
    await write("said", { "01-one.mdx": lesson("Two"), "course.yaml": said("full", "All new") });
    await syncCourses(root);
    await write("said", { "01-one.mdx": lesson("Three") });
    await syncCourses(root);
    expect(await changes()).toEqual([null, "editorial", "full", "delta"]);

    await write("said", { "02-two.mdx": lesson("More"), "course.yaml": said("editorial", "Spelling") });
    const [finding] = await syncCourses(root);
    expect(finding).toMatchObject({ file: `courses/${prefix}said/course.yaml` });
    expect(finding!.message).toMatch(/more than an editorial revision.*“[^”]+” is new/);
    expect(await changes()).toHaveLength(4);
  });

  it("keeps the last good revision of a course that breaks", async () => {
    await write("a", { "course.yaml": yaml("A"), "01-one.mdx": lesson("One") });
    await syncCourses(root);
    const before = await courses();
    await write("a", { "01-one.mdx": lesson("<Nope />") });
    expect(await syncCourses(root)).toHaveLength(1);
    expect(await courses()).toEqual(before);
  });

  it("archives what is gone and opens it again when it is back, as it was", async () => {
    await write("a", { "course.yaml": yaml("A"), "01-one.mdx": lesson("One") });
    await syncCourses(root);
    const [before] = await courses();
    await cp(folder("a"), path.join(root, "away"), { recursive: true });
    await rm(folder("a"), { recursive: true });
    await syncCourses(root);
    expect((await courses())[0]!.archivedAt).toBeInstanceOf(Date);
    await cp(path.join(root, "away"), folder("a"), { recursive: true });
    await syncCourses(root);
    expect(await courses()).toEqual([before]);
    expect(await revisions()).toBe(1);
  });

  it("archives nothing when the folder cannot be read, and no course of the studio ever", async () => {
    await givenCourse({ slug: `${prefix}studio` });
    await write("a", { "course.yaml": yaml("A"), "01-one.mdx": lesson("One") });
    await syncCourses(root);
    await expect(syncCourses(path.join(root, "nowhere"))).rejects.toThrow();
    await rm(folder("a"), { recursive: true });
    await syncCourses(root);
    expect((await courses()).map(({ slug, archivedAt }) => [slug, archivedAt === null])).toEqual([
      ["a", false],
      ["studio", true],
    ]);
  });

  it("leaves a studio course alone when a folder has its name", async () => {
    const { revisionId } = await givenCourse({ slug: `${prefix}taken` });
    await write("taken", { "course.yaml": yaml("Mine"), "01-one.mdx": lesson("One") });
    const findings = await syncCourses(root);
    expect(findings).toMatchObject([{ file: `courses/${prefix}taken/course.yaml`, line: 1 }]);
    expect((await courses())[0]).toMatchObject({ origin: "studio", currentRevisionId: revisionId });
  });

  it("by several processes at once ends with one revision a course", async () => {
    for (const slug of ["a", "b", "c"])
      await write(slug, { "course.yaml": yaml(slug), "01-one.mdx": lesson("One"), "a.svg": figure });
    const results = await Promise.all([syncCourses(root), syncCourses(root), syncCourses(root)]);
    expect(results).toEqual([[], [], []]);
    expect(await revisions()).toBe(3);
  });
});

describe("content problems", () => {
  it("are replaced by what is wrong now, and shown to administrators only", async () => {
    const finding = (line: number) => ({
      file: "courses/a/01-one.mdx",
      line,
      message: "Wrong.",
      advice: "Mend it.",
    });
    await replaceProblems([finding(1), finding(2), finding(2)]);
    await replaceProblems([finding(2), finding(3)]);
    const problems = await contentProblems(await givenPerson({ access: "admin" }));
    expect(problems.map(({ source, message }) => [source, message])).toEqual([
      ["courses/a/01-one.mdx:2", "Wrong. Mend it."],
      ["courses/a/01-one.mdx:3", "Wrong. Mend it."],
    ]);
    await expect(contentProblems(await givenPerson({ access: "manager" }))).rejects.toBeInstanceOf(NotFound);
    await replaceProblems([]);
    expect(await db.contentProblem.count()).toBe(0);
  });
});
