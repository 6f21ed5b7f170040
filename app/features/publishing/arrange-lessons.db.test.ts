import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "~/features/people/actor";
import { Conflict, Invalid, NotFound } from "~/platform/errors";
import { givenDraft, givenManager, publish } from "../../../tests/setup/given-draft";
import { addLesson } from "./add-lesson.server";
import { deleteLesson, moveLesson, renameLesson } from "./arrange-lessons.server";
import { createDraft } from "./create-draft.server";
import { deleteDraft } from "./delete-draft.server";
import { findDraft, listDrafts } from "./draft-queries.server";
import { changeSettings } from "./change-settings.server";
import { givenSettings } from "../../../tests/setup/given-draft";

let manager: Actor;
let other: Actor;
let draftId: string;

beforeAll(async () => {
  manager = await givenManager();
  other = await givenManager();
});

beforeEach(async () => {
  draftId = await givenDraft(manager, {}, { One: "a", Two: "b", Three: "c", Four: "d" });
});

const order = async () =>
  (await findDraft(manager, draftId)).lessons.map(({ slug, position }) => `${position} ${slug}`);

describe("the order of lessons", () => {
  it.each([
    ["down", "one", 3, ["1 two", "2 three", "3 one", "4 four"]],
    ["up", "four", 2, ["1 one", "2 four", "3 two", "4 three"]],
    ["beyond the end", "two", 99, ["1 one", "2 three", "3 four", "4 two"]],
    ["before the beginning", "three", -5, ["1 three", "2 one", "3 two", "4 four"]],
  ])("changes %s", async (_, lessonSlug, to, expected) => {
    await moveLesson(manager, { draftId, lessonSlug, to });
    expect(await order()).toEqual(expected);
  });

  it("stays without gaps when lessons are moved, deleted and added at once", async () => {
    await Promise.all([
      moveLesson(manager, { draftId, lessonSlug: "one", to: 4 }),
      deleteLesson(manager, { draftId, lessonSlug: "two" }),
      addLesson(manager, { draftId, title: "Five" }),
      moveLesson(manager, { draftId, lessonSlug: "four", to: 1 }),
    ]);
    const { lessons } = await findDraft(manager, draftId);
    expect(lessons.map(({ position }) => position)).toEqual([1, 2, 3, 4]);
  });
});

describe("a lesson's address", () => {
  it("is made from its title and is free", async () => {
    expect(await addLesson(manager, { draftId, title: "Zwölf Prüfungen & mehr" })).toBe(
      "zwolf-prufungen-mehr",
    );
    expect(await addLesson(manager, { draftId, title: "Two" })).toBe("two-2");
    expect(await addLesson(manager, { draftId, title: "…" })).toBe("lesson");
  });

  it("cannot be taken twice, also at once", async () => {
    const rename = (lessonSlug: string) =>
      renameLesson(manager, { draftId, lessonSlug, title: "Same", slug: "same" });
    const results = await Promise.allSettled([rename("one"), rename("two"), rename("three")]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const result of results)
      if (result.status === "rejected") expect(result.reason).toBeInstanceOf(Invalid);
  });
});

describe("a course", () => {
  it("holds at most 100 lessons", async () => {
    for (let number = 5; number <= 100; number++)
      await addLesson(manager, { draftId, title: `Lesson ${number}` });
    await expect(addLesson(manager, { draftId, title: "One too many" })).rejects.toThrow(
      "at most 100 lessons",
    );
    expect((await findDraft(manager, draftId)).lessons).toHaveLength(100);
  });

  it("has an address that no other course has, whoever comes first", async () => {
    const settings = givenSettings({ title: "The same course" });
    const results = await Promise.allSettled([createDraft(manager, settings), createDraft(other, settings)]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const refused = results.find((result) => result.status === "rejected");
    expect((refused?.reason as Invalid).fields.slug).toEqual([expect.stringContaining('"the-same-course"')]);
  });

  it("is for job roles and regions that exist", async () => {
    const settings = givenSettings({ jobRoles: ["regional-sales-manager", "astronaut"] });
    await expect(createDraft(manager, settings)).rejects.toMatchObject({ reason: "unknown-audience" });
  });

  it("tells the second of two tabs that the settings changed, and does not overwrite them", async () => {
    const { version } = await findDraft(manager, draftId);
    await changeSettings(manager, { draftId, version, ...givenSettings({ title: "First tab" }) });
    const second = changeSettings(manager, { draftId, version, ...givenSettings({ title: "Second tab" }) });
    await expect(second).rejects.toBeInstanceOf(Conflict);
    expect((await findDraft(manager, draftId)).title).toBe("First tab");
  });

  it("keeps its address once it is published, and can no longer be deleted", async () => {
    const published = await givenDraft(manager);
    await publish(manager, published);
    const { version } = await findDraft(manager, published);
    const change = changeSettings(manager, {
      draftId: published,
      version,
      ...givenSettings({ slug: "another-address" }),
    });
    await expect(change).rejects.toMatchObject({ reason: "slug-fixed" });
    await expect(deleteDraft(manager, published)).rejects.toBeInstanceOf(Conflict);
  });

  it("is its author's alone", async () => {
    const place = { draftId, lessonSlug: "one" };
    await expect(addLesson(other, { draftId, title: "Mine" })).rejects.toBeInstanceOf(NotFound);
    await expect(moveLesson(other, { ...place, to: 2 })).rejects.toBeInstanceOf(NotFound);
    await expect(renameLesson(other, { ...place, title: "x", slug: "x" })).rejects.toBeInstanceOf(NotFound);
    await expect(deleteLesson(other, place)).rejects.toBeInstanceOf(NotFound);
    await expect(deleteDraft(other, draftId)).rejects.toBeInstanceOf(NotFound);
    await expect(changeSettings(other, { draftId, version: 1, ...givenSettings() })).rejects.toBeInstanceOf(
      NotFound,
    );
    expect(await order()).toEqual(["1 one", "2 two", "3 three", "4 four"]);
  });
});

describe("the list of courses", () => {
  it("comes in pages that hold each course once, last edited first", async () => {
    const author = await givenManager();
    for (let number = 0; number < 30; number++) await givenDraft(author, {}, {});
    const seen: string[] = [];
    let before: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof listDrafts>> = await listDrafts(author, before);
      seen.push(...page.drafts.map(({ id }) => id));
      before = page.next;
    } while (before);
    expect(new Set(seen).size).toBe(30);
    expect(seen).toHaveLength(30);
    expect((await listDrafts(author, "tampered")).drafts).toHaveLength(25);
    expect((await listDrafts(other, null)).drafts.some(({ id }) => seen.includes(id))).toBe(false);
  });
});
