/** The marks of a result, for the person whose result it is. */
import { db } from "~/platform/db/client.server";
import { blueprintOf } from "../blueprints/blueprints.server";
import type { QuestionBody } from "../questions/question";
import { countingMarks, type CountingMark, type Marks } from "./marking-rules";

/**
 * By position, once there is a result: what counts of each criterion, and what was written beside it. Who marked is
 * never told. The caller has made sure that the result may be seen.
 */
export async function marksShown(attemptId: string): Promise<Readonly<Record<number, CountingMark>>> {
  const attempt = await db.attempt.findUnique({
    where: { id: attemptId },
    select: {
      revisionId: true,
      results: { take: 1, select: { id: true } },
      requests: { select: { id: true } },
      markings: { orderBy: { number: "asc" }, select: { marks: true } },
      items: {
        where: { question: { kind: { in: ["free-response", "file-response"] } } },
        select: { position: true, question: { select: { body: true } } },
      },
    },
  });
  if (!attempt || attempt.results.length === 0 || attempt.markings.length === 0) return {};
  const { secondMarking } = await blueprintOf(attempt.revisionId);
  const markers = secondMarking || attempt.requests.length > 0 ? 2 : 1;
  const markings = attempt.markings.map(({ marks }) => JSON.parse(marks) as Marks);
  return Object.fromEntries(
    attempt.items.flatMap(({ position, question }) => {
      const { criteria } = JSON.parse(question.body) as QuestionBody;
      const given = markings.flatMap((marks) => marks[position] ?? []);
      const counting = countingMarks(criteria, given, markers);
      return counting ? [[position, counting]] : [];
    }),
  );
}
