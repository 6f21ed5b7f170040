/** Where the five accounts stand today: in the middle of something. */
import { daysAfter, type Era } from "./era";
import type { HistoryEvent } from "./learning-history.server";
import type { DemoPerson } from "./organisation.server";
import type { Random } from "./random";
import { readCourse } from "./read-course.server";
import { sitTest } from "./sit-test.server";

export function presentWork(people: readonly DemoPerson[], era: Era, random: Random): HistoryEvent[] {
  const account = (name: string) => people.find((person) => person.account === name)!.actor;
  const reading = (name: string, courseSlug: string, daysAgo: number, lessons?: number): HistoryEvent => {
    const startedAt = daysAfter(era.today, -daysAgo, 8 * 60);
    const amount = lessons === undefined ? {} : { lessons };
    return {
      at: startedAt,
      run: () => readCourse(account(name), { courseSlug, startedAt, ...amount }, random),
    };
  };
  const failedAt = daysAfter(era.today, -6, 9 * 60);
  return [
    reading("associate", "code-of-conduct", 12),
    reading("associate", "meridian-spectrophotometers", 5, 3),
    {
      at: failedAt,
      run: () =>
        sitTest(
          account("associate"),
          { assessmentSlug: "service-essentials", startedAt: failedAt, outcome: "failed" },
          random,
        ),
    },
    reading("auditor", "code-of-conduct", 200),
    reading("admin", "code-of-conduct", 210),
  ];
}
