/** Makes one event happen in the product, by the commands that its pages call. */
import { changeAward } from "~/features/certifications/change-award.server";
import {
  askForCertification,
  endAskedCycle,
} from "~/features/certifications/cycles/ask-for-certification.server";
import { confirmRevocation, proposeRevocation } from "~/features/certifications/revoke-award.server";
import { publishRevision } from "~/features/content/publish-revision.server";
import { completeLesson } from "~/features/learning/complete-lesson.server";
import { findPlace } from "~/features/learning/course-place.server";
import { addRule, switchRule } from "~/features/notifications/rules/change-rule.server";
import { addPerson } from "~/features/people/add-person.server";
import { assign, giveInterval } from "~/features/people/assign.server";
import { endAssignment } from "~/features/people/end-assignment.server";
import { markLeaver } from "~/features/auth/mark-leaver.server";
import { markReturned } from "~/features/auth/mark-returned.server";
import { at, now } from "~/platform/clock.server";
import { db, transaction } from "~/platform/db/client.server";
import { enqueue } from "~/platform/outbox.server";
import { givenAttempt, syncFiles } from "../../tests/setup/given-certification";
import { prepareCourse } from "../../tests/setup/given-course";
import { actorOf, idOf } from "./actors";
import { type AwardRef, dayOfDate, type EventOf, midnight, type SimulatedEvent } from "./events";

const reason = "As simulated.";
const written = { actorId: null, reason };
const files = new Map<string, object>();

export async function doEvent(event: SimulatedEvent): Promise<void> {
  await at(event.at, () => happen(event));
}

async function happen(event: SimulatedEvent): Promise<unknown> {
  const admin = await actorOf("admin-1");
  switch (event.kind) {
    case "certify":
      files.set(`certifications/${event.definition.id}.yaml`, event.definition);
      return bringIn();
    case "require":
      for (const [file, role] of rolesOf(event)) files.set(file, role);
      return bringIn();
    case "add-rule": {
      const { ruleId: _, ...what } = event.rule;
      return addRule(admin, { ...what, reason });
    }
    case "drop-rule":
      return switchRule(admin, { ruleId: event.ruleId, number: 1, reason });
    case "revise-course":
      return reviseCourse(event);
    case "hire":
      return hire(event);
  }
  const { person } = event;
  const personId = await idOf(person);
  const today = dayOfDate(event.at);
  const give = (
    kind: "job-role" | "team-member" | "team-manager",
    value: string,
    from = today,
    to = personId,
  ) => assign(admin, { personId: to, kind, value, from, reason });
  switch (event.kind) {
    case "change-role": {
      await give("job-role", event.to, event.since);
      const before = dayOfDate(new Date(midnight(event.since).getTime() - 1));
      return endHeld(personId, { jobRoleId: event.from }, event.since === today ? today : before);
    }
    case "move":
      return give("team-member", event.team, event.since);
    case "hand-over": {
      await give("team-manager", event.team, today, await idOf(event.to));
      return endHeld(personId, { kind: "team-manager", teamId: event.team }, today);
    }
    case "leave":
      return markLeaver(admin, { personId, lastDay: event.lastDay, reason });
    case "return":
      await markReturned(admin, { personId, reason });
      await give("job-role", event.jobRole);
      return give("team-member", event.team);
    case "read":
      return read(person, event.course);
    case "sit":
      await givenAttempt(personId, event.test, event.passed);
      return transaction((tx) => enqueue(tx, "evidence-recorded", { personId }));
    case "ask": {
      const { certification: certificationId, dueAt, by } = event;
      return askForCertification(await actorOf(by), { personId, certificationId, dueAt, reason });
    }
    case "take-back": {
      const { id } = await db.cycle.findFirstOrThrow({
        where: { personId, certificationId: event.certification, cause: "assigned", award: null, end: null },
        select: { id: true },
      });
      return endAskedCycle(admin, id, reason);
    }
    case "revoked": {
      const awardId = await awardOf(event.award);
      const proposal = await proposeRevocation(admin, { awardId, reason, effectiveAt: event.effectiveAt });
      return confirmRevocation(await actorOf("admin-2"), proposal);
    }
    case "corrected": {
      const dates = { validFrom: event.from, validUntil: event.until };
      return changeAward(admin, "corrected", { awardId: await awardOf(event.award), reason, dates });
    }
    default: {
      const by = event.kind === "surrendered" ? await actorOf(person) : admin;
      const awardId = await awardOf(event.award);
      return changeAward(by, event.kind, { awardId, reason, effectiveAt: event.effectiveAt });
    }
  }
}

async function bringIn(): Promise<void> {
  const findings = await syncFiles(Object.fromEntries(files));
  if (findings.length > 0)
    throw new Error(findings.map(({ file, message }) => `${file}: ${message}`).join("\n"));
}

function rolesOf({ required }: EventOf<"require">): Map<string, object> {
  const roles = new Map<string, { id: string; accountabilities: object[] }>();
  for (const { jobRole, certification, dueDays } of required) {
    const file = `roles/${jobRole}.yaml`;
    const role = roles.get(file) ?? { id: jobRole, accountabilities: [] };
    const requires = [{ certification, dueDays, why: reason }];
    role.accountabilities.push({ id: `${jobRole}-${certification}`, requires });
    roles.set(file, role);
  }
  return roles;
}

async function reviseCourse({ course, lessons, change }: EventOf<"revise-course">): Promise<void> {
  const input = await prepareCourse({
    slug: course,
    title: `Course ${course}`,
    lessons: Object.fromEntries(
      Object.entries(lessons).map(([slug, times]) => [
        slug,
        `## About ${slug}\n\nWritten ${"once and ".repeat(times - 1)}once.`,
      ]),
    ),
    ...(change ? { change: { kind: change, reason } } : {}),
  });
  await transaction((tx) => publishRevision(tx, input));
}

async function hire({ person, jobRole, team, timeZone, leads }: EventOf<"hire">): Promise<void> {
  const interval = { from: now(), until: null };
  await transaction(async (tx) => {
    const details = { name: `Person ${person}`, email: `${person}@sim.example`, employeeNumber: person };
    const personId = await addPerson(tx, { ...details, ...written, timeZone });
    const give = (kind: "job-role" | "team-member" | "team-manager" | "access", value: string) =>
      giveInterval(tx, { personId, kind, value, interval, ...written, timeZone: "UTC" });
    await give("job-role", jobRole);
    await give("team-member", team);
    if (leads) await give("team-manager", leads);
    if (jobRole === "sales-manager") await give("access", "manager");
  });
}

async function endHeld(
  personId: string,
  what: { jobRoleId: string } | { kind: string; teamId: string },
  lastDay: string,
): Promise<void> {
  const { id } = await db.assignment.findFirstOrThrow({
    where: { personId, ...what, supersededAt: null, heldUntil: null },
    select: { id: true },
  });
  await endAssignment(await actorOf("admin-1"), { personId, assignmentId: id, lastDay, reason });
}

async function read(person: string, courseSlug: string): Promise<void> {
  const actor = await actorOf(person);
  const { lessons } = await findPlace(actor, courseSlug);
  for (const lesson of lessons.filter((each) => !each.read)) {
    const sent = { courseSlug, lessonSlug: lesson.slug, snapshot: lesson.snapshotHash };
    await completeLesson(actor, sent);
  }
}

async function awardOf({ person, certification, number }: AwardRef): Promise<string> {
  const awards = await db.award.findMany({
    where: { personId: await idOf(person), certificationId: certification },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  const award = awards[number];
  if (!award) throw new Error(`${person} has no certificate ${number} for ${certification}.`);
  return award.id;
}
