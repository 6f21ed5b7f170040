/** One of everything that a path may name, made by the portal's own commands. */
import path from "node:path";
import { readCourse } from "~/demo/read-course.server";
import { Random } from "~/demo/random";
import { sitTest } from "~/demo/sit-test.server";
import { openRoom } from "~/features/assessments/invigilation/open-room.server";
import { fileAppeal } from "~/features/assessments/appeals/file-appeal.server";
import { markAttempt } from "~/features/assessments/marking/mark-attempt.server";
import { startAttempt } from "~/features/assessments/sitting/start-attempt.server";
import { submitAttempt } from "~/features/assessments/sitting/submit-attempt.server";
import { sendDigests } from "~/features/notifications/digests/send-digests.server";
import { subscribe } from "~/features/notifications/calendar/subscription.server";
import { changeSettings } from "~/features/notifications/rules/change-rule.server";
import { seedReminderRules } from "~/features/notifications/rules/seed-rules.server";
import { badgePlace } from "~/features/integrations/open-badges/badge-places.server";
import { awardEarned } from "~/features/certifications/award-earned.server";
import { beginSignOff } from "~/features/certifications/sign-offs/begin-sign-off.server";
import { findSignOff } from "~/features/certifications/sign-offs/find-sign-off.server";
import { saveMarks } from "~/features/certifications/sign-offs/save-marks.server";
import { sendCertificate } from "~/features/certifications/external/send-certificate.server";
import { acceptStatement } from "~/features/certifications/statements/accept-statement.server";
import { statementPage } from "~/features/certifications/statements/statement-page.server";
import type { Actor } from "~/features/people/actor";
import { addLesson } from "~/features/publishing/add-lesson.server";
import { createDraft } from "~/features/publishing/create-draft.server";
import { at, now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { newId } from "~/platform/ids.server";
import { KEPT_SNAPSHOTS } from "~/features/content/kept-snapshots.server";
import { syncContent } from "~/sync-content.server";
import { givenCookie, givenPerson } from "../setup/builders";
import { givenAssessment } from "../setup/given-assessment";
import { givenHandedIn, givenSubmitted, marksOf } from "../setup/given-written-test";
import { givenBank, givenStudioTest } from "../setup/given-bank";
import { sign } from "../setup/given-sign-off";
import type { Visitor } from "./matrix";

export interface Fixture {
  people: Record<Exclude<Visitor, "visitor">, Actor>;
  /** What `{name}` in a path of the matrix stands for. */
  names: Record<string, string>;
}

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const HOUR = 3_600_000;

export async function fixture(): Promise<Fixture> {
  await syncContent(path.resolve("content"), KEPT_SNAPSHOTS);
  const learner = await givenPerson({
    jobRole: "customer-service-associate",
    team: "service",
    region: "emea",
  });
  const people = {
    learner,
    manager: await givenPerson({ access: "manager", manages: "service" }),
    auditor: await givenPerson({ access: "auditor" }),
    admin: await givenPerson({ access: "admin" }),
    leaver: await givenPerson({ access: ["manager", "auditor", "admin"] }),
  };
  return {
    people,
    names: {
      ...(await learned(learner)),
      decision: await decision(learner),
      ...(await written(people.manager)),
      room: await room(people.manager),
      ...(await signedOff(people.manager, learner)),
      ...(await submittedByOthers()),
      ...(await reminded(people)),
      acceptance: await accepted(learner),
      external: await sentIn(learner),
    },
  };
}

async function learned(learner: Actor): Promise<Record<string, string>> {
  const random = new Random(1);
  const earlier = new Date(now().getTime() - 24 * HOUR);
  await readCourse(learner, { courseSlug: "iso-9001-in-practice", startedAt: earlier }, random);
  await sitTest(
    learner,
    {
      assessmentSlug: "iso-9001-awareness",
      startedAt: new Date(now().getTime() - 2 * HOUR),
      outcome: "passed",
    },
    random,
  );
  const [award] = await at(new Date(now().getTime() - HOUR), () => awardEarned(learner.personId));
  const { attemptId } = await startAttempt(learner, { assessmentSlug: "sales-essentials" });

  const submitted = await db.attempt.findFirstOrThrow({
    where: { status: "submitted" },
    select: { id: true },
  });
  const { list } = await badgePlace(award!, 0);
  const { code } = await db.award.findUniqueOrThrow({ where: { id: award! }, select: { code: true } });
  const question = await db.attemptItem.findFirstOrThrow({
    where: { attemptId },
    orderBy: { position: "asc" },
    select: { question: { select: { questionId: true } } },
  });
  const record = await db.evidenceRecord.findFirstOrThrow({
    where: { kind: "test-submitted" },
    select: { id: true },
  });
  const file = await db.contentAsset.findFirstOrThrow({
    where: { mediaType: "image/svg+xml" },
    select: { hash: true, name: true },
  });
  return {
    learner: learner.personId,
    course: "code-of-conduct",
    lesson: "gifts-and-hospitality",
    assessment: "sales-essentials",
    question: question.question.questionId,
    attempt: attemptId,
    submitted: submitted.id,
    award: award!,
    statusList: String(list),
    certification: "iso-9001-awareness",
    code,
    record: record.id,
    file: `${file.hash}/${file.name}`,
    link: "not-a-link",
  };
}

/** No certification of the content folder has it, so this one was put to decision without one. */
async function decision({ personId }: Actor): Promise<string> {
  const { id: revisionId, certificationId } = await db.certificationRevision.findFirstOrThrow({
    orderBy: { id: "asc" },
    select: { id: true, certificationId: true },
  });
  const { id } = await db.awardDecision.create({
    data: {
      id: newId(),
      personId,
      certificationId,
      revisionId,
      evidenceKey: "none",
      evidence: "[]",
      askedAt: now(),
      state: "open",
    },
    select: { id: true },
  });
  return id;
}

async function written(manager: Actor): Promise<Record<string, string>> {
  const draft = await createDraft(manager, {
    title: "A course in the making",
    summary: "For the access matrix.",
    kind: "technology",
    language: "en",
    jobRoles: [],
    regions: [],
  });
  const draftLesson = await addLesson(manager, { draftId: draft, title: "First lesson" });
  const bank = await givenBank(manager);
  const studioTest = await givenStudioTest(manager, bank);
  return { draft, draftLesson, bank, bankQuestion: "one", studioTest };
}

/** One that waits for the learner, and one that is under way. */
async function signedOff(manager: Actor, learner: Actor): Promise<Record<string, string>> {
  const begin = (checklistId: string) => beginSignOff(manager, { personId: learner.personId, checklistId });
  const signOff = await begin("premier-calls");
  const { definition } = await findSignOff(manager, signOff);
  const form = new FormData();
  for (const { id, measured } of definition.criteria) {
    form.set(`version.${id}`, "0");
    if (measured) {
      form.set(`measured.${id}`, "100");
      form.set(`sample.${id}`, "20");
    } else form.set(`outcome.${id}`, "met");
  }
  form.set("file.accurate", new File(["Ten questions."], "questions.txt"));
  await saveMarks(manager, { signOffId: signOff, form });
  await sign(manager, signOff);
  return { signOff, signOffDraft: await begin("order-entry") };
}

async function accepted(learner: Actor): Promise<string> {
  const place = { certificationId: "conduct-declaration", statementId: "conduct-declaration" };
  return acceptStatement(learner, { ...place, hash: (await statementPage(learner, place)).hash });
}

async function sentIn(learner: Actor): Promise<string> {
  const place = { certificationId: "driving-for-work", stepId: "driving-licence" };
  const printed = { issuer: "Authority", number: "1", issuedOn: "2020-03-04", expiresOn: null };
  return sendCertificate(learner, { ...place, ...printed, file: new File([PNG], "licence.png") });
}

/** No test of the content folder is watched, so there is one of its own. */
async function room(manager: Actor): Promise<string> {
  await givenAssessment({ slug: "watched", invigilated: true });
  const { id } = await db.assessment.findUniqueOrThrow({ where: { slug: "watched" }, select: { id: true } });
  return (await openRoom(manager, { assessmentId: id, minutes: 60 })).invigilationId;
}

/** Whatever the hour and the day of the week. */
async function reminded({ admin }: Pick<Fixture["people"], "admin">) {
  await seedReminderRules();
  const week = { number: 0, digestHour: 0, workingDays: [1, 2, 3, 4, 5, 6, 7], holidays: [] };
  await changeSettings(admin, { ...week, reason: "For the access matrix" });
  await sendDigests();
  const address = await subscribe(await givenPerson());
  return { calendar: path.basename(address, ".ics") };
}

/** Of people whom none of the visitors leads. */
async function submittedByOthers(): Promise<Record<string, string>> {
  const toMark = await givenSubmitted();
  const { actor, attemptId } = await givenSubmitted({ slug: toMark.slug });
  const marker = await givenPerson({ access: "manager" });
  await markAttempt(marker, { attemptId, number: 1, ...(await marksOf(attemptId, 3)) });
  const grounds = "The question can be read in two ways.";
  const appeal = await fileAppeal(actor, { attemptId, position: 1, grounds });
  const withFile = await givenHandedIn("plan.txt");
  await submitAttempt(withFile.actor, withFile);
  return { toMark: toMark.attemptId, appeal, withFile: withFile.attemptId };
}

/** A fresh session each; the leaver's began before they left. */
export async function cookiesOf({ people }: Fixture): Promise<Record<Visitor, string>> {
  const session = (who: keyof Fixture["people"]) => givenCookie(people[who].personId);
  const cookies = {
    visitor: "",
    learner: await session("learner"),
    manager: await session("manager"),
    auditor: await session("auditor"),
    admin: await session("admin"),
    leaver: await session("leaver"),
  };
  await db.person.update({
    where: { id: people.leaver.personId },
    data: { leftAt: now() },
    select: { id: true },
  });
  return cookies;
}
