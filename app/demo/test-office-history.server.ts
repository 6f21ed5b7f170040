/** What those who run tests have done in the last weeks: a bank and a watched test, marks, an appeal, more time for one. */
import { grantAccommodation } from "~/features/assessments/accommodations/grant-accommodation.server";
import { fileAppeal } from "~/features/assessments/appeals/file-appeal.server";
import { createTest } from "~/features/assessments/authoring/create-test.server";
import { testsAskedFor } from "~/features/certifications/renewal/certifications-asking-for.server";
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
import { WEAK_ANSWER } from "./sit-test.server";

const MARKED = { take: 8, advice: "Say who owns it, and when the customer hears again." };

export function planTestOffice(people: readonly DemoPerson[], era: Era): HistoryEvent[] {
  const account = (name: string) => people.find((person) => person.account === name)!.actor;
  const on = (daysAgo: number, run: (moment: Date) => Promise<unknown>): HistoryEvent => {
    const moment = daysAfter(era.today, -daysAgo, 10 * 60);
    return { at: moment, run: () => at(moment, () => run(moment)) };
  };
  return [
    on(45, () => writeTest(account("rsm"))),
    on(40, (moment) => grantTime(account("admin"), account("associate"), moment)),
    on(5, () => markWaiting(account("rsm"), MARKED)),
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
  const slug = await createTest(manager, about, testsAskedFor);
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

/**
 * Marks what waits longest, though nothing of the marker's own.
 * @param advice to those who do not get the best level
 * @returns whose attempts they were
 */
export async function markWaiting(
  manager: Actor,
  { take, advice, of }: { take: number; advice: string; of?: readonly string[] },
): Promise<string[]> {
  const waiting = await db.attempt.findMany({
    where: {
      status: "submitted",
      results: { none: {} },
      personId: { not: manager.personId },
      ...(of ? { assessment: { slug: { in: [...of] } } } : {}),
    },
    orderBy: { submittedAt: "asc" },
    take,
    select: {
      id: true,
      personId: true,
      items: { select: { position: true, answer: true, question: { select: { key: true } } } },
    },
  });
  for (const [index, { id, items }] of waiting.entries()) {
    const byHand = items.flatMap(({ position, answer, question }) => {
      const key = JSON.parse(question.key) as QuestionKey;
      if (!("rubric" in key) || answer === null) return [];
      return [{ position, rubric: key.rubric, weak: answer.includes(WEAK_ANSWER) }];
    });
    const points = byHand.map(({ position, rubric, weak }) => {
      /* Most get the best level, some the middle one. */
      const level = (levels: readonly { points: number }[]) =>
        levels.at(weak ? -1 : index % 3 === 2 ? 1 : 0)!.points;
      return [position, Object.fromEntries(rubric.map((each) => [each.id, level(each.levels)]))] as const;
    });
    const comments = byHand.map(({ position }) => [position, index % 3 === 2 ? advice : ""] as const);
    await markAttempt(manager, {
      attemptId: id,
      number: 1,
      second: null,
      points: Object.fromEntries(points),
      comments: Object.fromEntries(comments),
    });
  }
  return waiting.map(({ personId }) => personId);
}

async function appealOnce(people: readonly DemoPerson[]): Promise<void> {
  const marked = await db.attemptResult.findFirst({
    where: { cause: "marked", passed: false },
    orderBy: [{ recordedAt: "desc" }, { id: "desc" }],
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
