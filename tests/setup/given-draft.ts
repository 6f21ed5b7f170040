/** Courses of the studio for tests, written with the studio's own commands. */
import { needsSecondPerson } from "~/features/certifications/renewal/needs-second-person.server";
import type { Actor } from "~/features/people/actor";
import { addLesson } from "~/features/publishing/add-lesson.server";
import type { CourseSettings } from "~/features/publishing/course-settings";
import { createDraft } from "~/features/publishing/create-draft.server";
import { findDraft } from "~/features/publishing/draft-queries.server";
import { findLesson } from "~/features/publishing/lesson-queries.server";
import { publishDraft } from "~/features/publishing/publish-draft.server";
import { saveLesson } from "~/features/publishing/save-lesson.server";
import { givenPerson } from "./builders";

export function givenManager(): Promise<Actor> {
  return givenPerson({ access: "manager", jobRole: "regional-sales-manager", region: "emea" });
}

let count = 0;

export function givenSettings(settings: Partial<CourseSettings> = {}): CourseSettings {
  return {
    title: `Changing a lamp ${++count}`,
    summary: "Change the lamp of a Meridian without touching the glass.",
    kind: "technology",
    language: "en",
    jobRoles: [],
    regions: [],
    ...settings,
  };
}

/** Lessons by title; a draft of one finished lesson unless told. */
export async function givenDraft(
  actor: Actor,
  settings: Partial<CourseSettings> = {},
  lessons: Record<string, string> = {
    "The lamp": "## Before you begin\n\nSwitch the instrument off and wait.",
  },
): Promise<string> {
  const draftId = await createDraft(actor, givenSettings(settings));
  for (const [title, source] of Object.entries(lessons)) {
    const lessonSlug = await addLesson(actor, { draftId, title });
    await write(actor, draftId, lessonSlug, source);
  }
  return draftId;
}

export async function write(
  actor: Actor,
  draftId: string,
  lessonSlug: string,
  source: string,
): Promise<void> {
  const { lesson } = await findLesson(actor, { draftId, lessonSlug });
  const text = { title: lesson.title, summary: `About ${lesson.title}.`, minutes: 3, source };
  await saveLesson(actor, { draftId, lessonSlug }, { ...text, version: lesson.version });
}

export async function publish(actor: Actor, draftId: string, note = "What is new") {
  const { edits } = await findDraft(actor, draftId);
  return publishDraft(actor, { draftId, edits, note }, needsSecondPerson);
}
