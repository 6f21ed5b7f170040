/** What those who run tests have done in the last weeks: a bank and a watched test, marks, an appeal, more time for one. */
import { grantAccommodation } from "~/features/assessments/accommodations/grant-accommodation.server";
import { fileAppeal } from "~/features/assessments/appeals/file-appeal.server";
import { createTest } from "~/features/assessments/authoring/create-test.server";
import { publishTest } from "~/features/assessments/authoring/save-test.server";
import { createBank } from "~/features/assessments/banks/create-bank.server";
import { saveQuestion } from "~/features/assessments/banks/save-question.server";
import { markAttempt } from "~/features/assessments/marking/mark-attempt.server";
import type { QuestionKey } from "~/features/assessments/questions/question";
import type { Actor } from "~/features/people/actor";
import { dayOf } from "~/features/people/calendar";
import { at } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { benchQuestions } from "./bench-questions";
import { daysAfter, type Era } from "./era";
import type { HistoryEvent } from "./learning-history.server";
import type { DemoPerson } from "./organisation.server";

const MARKED = 8;

export function planTestOffice(people: readonly DemoPerson[], era: Era): HistoryEvent[] {
  const account = (name: string) => people.find((person) => person.account === name)!.actor;
  const on = (daysAgo: number, run: (moment: Date) => Promise<unknown>): HistoryEvent => {
    const moment = daysAfter(era.today, -daysAgo, 10 * 60);
    return { at: moment, run: () => at(moment, () => run(moment)) };
  };
  return [
    on(45, () => writeTest(account("rsm"))),
    on(40, (moment) => grantTime(account("admin"), account("associate"), moment)),
    on(5, () => markOldest(account("rsm"))),
    on(3, () => appealOnce(people)),
  ];
}

async function writeTest(manager: Actor): Promise<void> {
  const bank = await createBank(manager, { title: "Bench methods" });
  for (const source of benchQuestions) await saveQuestion(manager, { bank, number: null, source });
  const about = {
    title: "Bench methods check-up",
    summary:
      "Eight questions on methods, users and exports in Halden Bench, sat in a room with an invigilator.",
  };
  const slug = await createTest(manager, about);
  await publishTest(manager, {
    slug,
    version: 1,
    source: {
      ...about,
      passMark: 0.75,
      minutes: 15,
      graceSeconds: 15,
      warnMinutes: 3,
      attempts: { max: 2, waitHours: 24, renewDays: 30 },
      book: "closed",
      invigilated: true,
      language: "en",
      audience: { jobRoles: [], regions: [] },
      sections: [{ title: "Halden Bench", banks: [bank], clauses: [], topics: [], draw: 8 }],
    },
  });
}

function grantTime(administrator: Actor, person: Actor, moment: Date): Promise<void> {
  return grantAccommodation(administrator, {
    personId: person.personId,
    extraPercent: 25,
    breakMinutes: 0,
    from: dayOf(moment, administrator.timeZone),
    reason: "Reads with a screen reader; agreed with occupational health.",
  });
}

async function markOldest(manager: Actor): Promise<void> {
  const waiting = await db.attempt.findMany({
    where: { status: "submitted", results: { none: {} }, personId: { not: manager.personId } },
    orderBy: { submittedAt: "asc" },
    take: MARKED,
    select: {
      id: true,
      items: { select: { position: true, answer: true, question: { select: { key: true } } } },
    },
  });
  for (const [index, { id, items }] of waiting.entries()) {
    const byHand = items.flatMap(({ position, answer, question }) => {
      const key = JSON.parse(question.key) as QuestionKey;
      return "rubric" in key && answer !== null ? [{ position, rubric: key.rubric }] : [];
    });
    const points = byHand.map(({ position, rubric }) => {
      /* Most get the best level, some the middle one. */
      const level = (levels: readonly { points: number }[]) => levels[index % 3 === 2 ? 1 : 0]!.points;
      return [position, Object.fromEntries(rubric.map((each) => [each.id, level(each.levels)]))] as const;
    });
    const comments = byHand.map(
      ({ position }) =>
        [position, index % 3 === 2 ? "Say who owns it, and when the customer hears again." : ""] as const,
    );
    await markAttempt(manager, {
      attemptId: id,
      number: 1,
      second: null,
      points: Object.fromEntries(points),
      comments: Object.fromEntries(comments),
    });
  }
}

async function appealOnce(people: readonly DemoPerson[]): Promise<void> {
  const marked = await db.attemptResult.findFirst({
    where: { cause: "marked", passed: false },
    orderBy: { recordedAt: "asc" },
    select: { attemptId: true, personId: true },
  });
  const person = people.find(({ actor }) => actor.personId === marked?.personId);
  if (!marked || !person) return;
  await fileAppeal(person.actor, {
    attemptId: marked.attemptId,
    position: null,
    grounds:
      "I named the day and the owner in my reply to the customer. I think that the criterion about what happens next was met in full.",
  });
}
