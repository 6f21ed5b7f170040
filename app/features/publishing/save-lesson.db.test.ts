import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "~/features/people/actor";
import { Invalid, NotFound } from "~/platform/errors";
import { givenPerson } from "../../../tests/setup/builders";
import { givenDraft, givenManager } from "../../../tests/setup/given-draft";
import { findDraft } from "./draft-queries.server";
import { lessonAction, type EditorAnswer } from "./lesson-action.server";
import { findLesson } from "./lesson-queries.server";
import { LessonConflict, saveLesson } from "./save-lesson.server";

let manager: Actor;
let place: { draftId: string; lessonSlug: string };

beforeAll(async () => {
  manager = await givenManager();
  place = { draftId: await givenDraft(manager), lessonSlug: "the-lamp" };
});

const typed = async (source: string) => {
  const { lesson } = await findLesson(manager, place);
  return {
    title: lesson.title,
    summary: lesson.summary,
    minutes: lesson.minutes,
    source,
    version: lesson.version,
  };
};
const stored = async () => (await findLesson(manager, place)).lesson.source;

function formOf(fields: Record<string, string | number>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, String(value));
  return form;
}

async function answerOf(form: FormData): Promise<{ status: number; answer: EditorAnswer }> {
  const result = await lessonAction(manager, place, form);
  if (!("data" in result)) throw new Error("The form was taken");
  return { status: result.init?.status ?? 200, answer: result.data };
}

describe("saving a lesson", () => {
  it("takes a text with errors in it: only publishing needs it clean", async () => {
    await saveLesson(manager, place, await typed("{process.exit()}\n\n<Unknown />"));
    expect(await stored()).toContain("process.exit()");
  });

  it("keeps line ends as the field shows them, whatever the browser sends", async () => {
    await saveLesson(manager, place, { ...(await typed("")), source: "One\n\nTwo" });
    const again = await typed("One\r\n\r\nTwo");
    const form = formOf({ form: "save", ...again });
    await lessonAction(manager, place, form);
    expect(await stored()).toBe("One\n\nTwo");
  });

  it("counts an edit once and none when nothing changed", async () => {
    const before = (await findDraft(manager, place.draftId)).edits;
    const text = await typed("A new text");
    await saveLesson(manager, place, text);
    await saveLesson(manager, place, text);
    expect((await findDraft(manager, place.draftId)).edits).toBe(before + 1);
  });
});

describe("two tabs", () => {
  it("do not overwrite each other: the second is shown both texts and decides", async () => {
    const [first, second] = [await typed("First tab"), await typed("Second tab")];
    await saveLesson(manager, place, first);
    await expect(saveLesson(manager, place, second)).rejects.toBeInstanceOf(LessonConflict);
    expect(await stored()).toBe("First tab");

    const { status, answer } = await answerOf(formOf({ form: "save", ...second }));
    expect(status).toBe(409);
    expect(answer.typed.source).toBe("Second tab");
    expect(answer.theirs?.source).toBe("First tab");

    const decided = formOf({ form: "keep-mine", ...second, theirVersion: answer.theirs!.version });
    expect(await lessonAction(manager, place, decided)).toBeInstanceOf(Response);
    expect(await stored()).toBe("Second tab");
  });

  it("that save at the same moment leave one text and tell the other", async () => {
    const texts = await Promise.all(["a", "b", "c", "d"].map((name) => typed(`Tab ${name}`)));
    const results = await Promise.allSettled(texts.map((text) => saveLesson(manager, place, text)));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const result of results)
      if (result.status === "rejected") expect(result.reason).toBeInstanceOf(LessonConflict);
    const winner = results.findIndex(({ status }) => status === "fulfilled");
    expect(await stored()).toBe(texts[winner]!.source);
  });

  it("are told of a third text that came while they decided", async () => {
    const [mine, theirs] = [await typed("Mine"), await typed("Theirs")];
    await saveLesson(manager, place, theirs);
    const { answer } = await answerOf(formOf({ form: "save", ...mine }));
    await saveLesson(manager, place, await typed("A third text"));
    const late = await answerOf(formOf({ form: "keep-mine", ...mine, theirVersion: answer.theirs!.version }));
    expect(late.status).toBe(409);
    expect(late.answer.theirs?.source).toBe("A third text");
    expect(await stored()).toBe("A third text");
  });
});

describe("a text that cannot be stored", () => {
  const refused: [what: string, change: Record<string, string | number>, words: RegExp][] = [
    ["more than 200 kB", { source: "ä".repeat(100_001) }, /at most 200 kB/],
    ["a title without end", { title: "x".repeat(161) }, /160 characters/],
    ["minutes that are none", { minutes: "soon" }, /whole number/],
    ["a character that a database refuses", { source: "a\u0000b" }, /cannot be stored/],
  ];

  it.each(refused)("%s is handed back as it was typed", async (_, change, words) => {
    const before = await stored();
    const form = { form: "save", ...(await typed("Fine")), ...change };
    const { status, answer } = await answerOf(formOf(form));
    expect(status).toBe(422);
    expect(answer.typed.source).toBe(form.source);
    expect(Object.values(answer.fields).flat().join(" ")).toMatch(words);
    expect(await stored()).toBe(before);
  });

  it("is refused by the command too", async () => {
    const text = { ...(await typed("Fine")), source: "x".repeat(200_001) };
    await expect(saveLesson(manager, place, text)).rejects.toBeInstanceOf(Invalid);
  });
});

describe("someone else", () => {
  it.each([
    ["another manager", () => givenManager()],
    ["a learner", () => givenPerson({ jobRole: "account-executive" })],
    ["an administrator", () => givenPerson({ access: "admin" })],
    ["the author, who is no manager any more", async () => ({ ...manager, access: [] })],
  ])("%s finds nothing there", async (_, other) => {
    const actor = await other();
    const text = await typed("Taken over");
    await expect(saveLesson(actor, place, text)).rejects.toBeInstanceOf(NotFound);
    await expect(findLesson(actor, place)).rejects.toBeInstanceOf(NotFound);
    await expect(findDraft(actor, place.draftId)).rejects.toBeInstanceOf(NotFound);
  });
});
