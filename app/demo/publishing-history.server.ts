import { readFile } from "node:fs/promises";
import path from "node:path";
import { parse } from "yaml";
import { awardEarned } from "~/features/certifications/award-earned.server";
import { certificationDefinition } from "~/features/certifications/certification-definition";
import { publishCertification } from "~/features/certifications/publish-certification.server";
import { needsSecondPerson } from "~/features/certifications/renewal/needs-second-person.server";
import type { Actor } from "~/features/people/actor";
import { addFiles } from "~/features/publishing/add-files.server";
import { addLesson } from "~/features/publishing/add-lesson.server";
import { createDraft } from "~/features/publishing/create-draft.server";
import { findDraft } from "~/features/publishing/draft-queries.server";
import { findLesson } from "~/features/publishing/lesson-queries.server";
import { confirmRevision } from "~/features/publishing/proposals/decide-revision.server";
import { proposeRevision } from "~/features/publishing/proposals/propose-revision.server";
import { publishDraft } from "~/features/publishing/publish-draft.server";
import { saveLesson } from "~/features/publishing/save-lesson.server";
import { at } from "~/platform/clock.server";
import { daysAfter, type Era } from "./era";
import type { HistoryEvent } from "./learning-history.server";
import type { DemoPerson } from "./organisation.server";
import type { Random } from "./random";
import { readCourse } from "./read-course.server";
import {
  BENCH_ADDITION,
  BENCH_COURSE,
  TERRITORY_COURSE,
  UNFINISHED_COURSE,
  type StudioCourse,
} from "./studio-courses";

/** What the demo's Regional Sales Manager wrote, revised and has on the desk, and who has read it since. */
export function planPublishing(people: readonly DemoPerson[], era: Era, random: Random): HistoryEvent[] {
  const author = people.find(({ account }) => account === "rsm")!.actor;
  const second = people.find(({ account }) => account === "admin")!.actor;
  const drafts = new Map<StudioCourse, string>();
  const event = (daysAgo: number, run: () => Promise<unknown>): HistoryEvent => {
    const moment = daysAfter(era.today, -daysAgo, 13 * 60);
    return { at: moment, run: () => at(moment, run) };
  };
  const publishNew = (course: StudioCourse) => async () => {
    const draftId = await writeDraft(author, course);
    drafts.set(course, draftId);
    await publish(author, draftId, "");
  };
  return [
    event(211, publishNew(TERRITORY_COURSE)),
    event(210, publishNew(BENCH_COURSE)),
    /* After both: nobody takes an address that a certification asks for. */
    event(209, publishFieldCertification),
    event(41, () => revise(author, second, drafts.get(BENCH_COURSE)!)),
    event(2, () => writeDraft(author, UNFINISHED_COURSE)),
    ...readers(people, era, random),
  ];
}

function readers(people: readonly DemoPerson[], era: Era, random: Random): HistoryEvent[] {
  const sellers = people.filter(
    ({ actor, joined }) => actor.jobRoleIds.includes("account-executive") && joined <= era.opened,
  );
  return sellers
    .filter(({ account }) => account === null && random.chance(0.45))
    .flatMap(({ actor }) => {
      const startedAt = daysAfter(era.today, -random.between(45, 205), random.between(7 * 60, 15 * 60));
      const read = { courseSlug: "showing-halden-bench-in-fifteen-minutes", startedAt };
      const certifiedAt = daysAfter(startedAt, 7);
      return [
        { at: startedAt, run: () => readCourse(actor, read, random) },
        { at: certifiedAt, run: () => at(certifiedAt, () => awardEarned(actor.personId)) },
      ];
    });
}

async function writeDraft(
  author: Actor,
  course: Omit<StudioCourse, "picture"> & { picture?: string },
): Promise<string> {
  const { title, summary, jobRoles, regions, picture, lessons } = course;
  const settings = { title, summary, kind: "technology" as const, language: "en" as const };
  const draftId = await createDraft(author, { ...settings, jobRoles: [...jobRoles], regions: [...regions] });
  if (picture) {
    const bytes = await readFile(path.resolve("content/courses", picture));
    await addFiles(author, draftId, [{ name: path.basename(picture), bytes }]);
  }
  for (const { source, ...lesson } of lessons) {
    const lessonSlug = await addLesson(author, { draftId, title: lesson.title });
    const stored = await findLesson(author, { draftId, lessonSlug });
    await saveLesson(author, { draftId, lessonSlug }, { version: stored.lesson.version, ...lesson, source });
  }
  return draftId;
}

/** It asks for what is written in the studio, so it is younger than the portal. */
async function publishFieldCertification(): Promise<void> {
  const source = await readFile(path.resolve("content/certifications/taught-from-the-field.yaml"), "utf8");
  await publishCertification(certificationDefinition.parse(parse(source)));
}

/** People are certified on it by now, so the administrator confirms what changes for them. */
async function revise(author: Actor, second: Actor, draftId: string): Promise<void> {
  const { lessons } = await findDraft(author, draftId);
  const place = { draftId, lessonSlug: lessons.at(-1)!.slug };
  const { lesson } = await findLesson(author, place);
  const { title, summary, minutes, version, source } = lesson;
  await saveLesson(author, place, { title, summary, minutes, version, source: source + BENCH_ADDITION });
  const { edits } = await findDraft(author, draftId);
  const note = "What to say when the price of the software comes up.";
  await confirmRevision(second, await proposeRevision(author, { draftId, edits, note }));
}

async function publish(author: Actor, draftId: string, note: string): Promise<void> {
  const { edits } = await findDraft(author, draftId);
  await publishDraft(author, { draftId, edits, note }, needsSecondPerson);
}
