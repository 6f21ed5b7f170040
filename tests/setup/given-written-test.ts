/** Tests with questions that people mark, sat by the portal's own commands. */
import { saveAnswer, writeItems } from "~/features/assessments/sitting/save-answer.server";
import { startAttempt } from "~/features/assessments/sitting/start-attempt.server";
import { storeResponseFile } from "~/features/assessments/sitting/store-response-file.server";
import { submitAttempt } from "~/features/assessments/sitting/submit-attempt.server";
import type { Actor } from "~/features/people/actor";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { givenPerson } from "./builders";
import { givenAssessment, type GivenAssessment } from "./given-assessment";

/** Ten points each, so that a share is easy to give. */
const levels = [0, 1, 2, 3, 5, 6, 7, 8, 9, 10].map((points) => ({ points, text: `Worth ${points}` }));

export const written = (id: string, more: object = {}): object => ({
  id,
  kind: "free-response",
  topic: "cases",
  prompt: `Write about ${id}.`,
  explanation: `A model answer about ${id}.`,
  rubric: [{ criterion: "How good is it?", levels }],
  ...more,
});

export const handedIn = (id: string): object => ({
  ...written(id),
  kind: "file-response",
  files: { types: ["txt"], megabytes: 1 },
});

export const closed: object = {
  id: "closed-one",
  kind: "true-false",
  topic: "facts",
  prompt: "Is it so?",
  answer: true,
  explanation: "It is so.",
};

let counter = 0;

/** Two written answers in a section of their own, and a question that the key decides. */
export function givenWrittenTest(given: GivenAssessment & { secondMarking?: boolean } = {}): Promise<string> {
  return givenAssessment({
    slug: `written-${++counter}`,
    passMark: 0.6,
    attempts: { max: 5, waitHours: 0 },
    questions: [written("case-one"), written("case-two"), closed],
    sections: [
      { title: "Cases", topics: ["cases"], draw: 2 },
      { title: "Facts", topics: ["facts"], draw: 1 },
    ],
    ...given,
  });
}

export interface GivenSitting {
  readonly actor: Actor;
  readonly slug: string;
  readonly attemptId: string;
  /** Positions of what people mark, in the paper's order. */
  readonly byHand: number[];
}

/** Somebody has answered everything and submitted it. */
export async function givenSubmitted({
  actor,
  slug,
}: { actor?: Actor; slug?: string } = {}): Promise<GivenSitting> {
  const person = actor ?? (await givenPerson());
  const test = slug ?? (await givenWrittenTest());
  const { attemptId } = await startAttempt(person, { assessmentSlug: test });
  const items = await itemsOf(attemptId);
  for (const { position, kind, key } of items) {
    if (kind === "file-response") continue;
    const answer =
      kind === "free-response" ? { text: `My answer to ${position}.\nIt goes on.` } : { chosen: key.correct };
    await saveAnswer(person, { attemptId, position, answer });
  }
  await submitAttempt(person, { attemptId });
  const byHand = items.filter(({ kind }) => kind.endsWith("-response")).map(({ position }) => position);
  return { actor: person, slug: test, attemptId, byHand };
}

/** Somebody's test of one question, to which they hand in a text file of this name; still open. */
export async function givenHandedIn(name: string) {
  const actor = await givenPerson();
  const slug = await givenWrittenTest({
    questions: [handedIn("plan")],
    sections: [{ title: "Plan", topics: ["cases"], draw: 1 }],
  });
  const { attemptId } = await startAttempt(actor, { assessmentSlug: slug });
  const rule = { types: ["txt"], megabytes: 1 };
  const file = await storeResponseFile(actor, new File(["What I plan."], name), rule);
  await writeItems(attemptId, [{ position: 1, answer: { file } }], now());
  return { actor, attemptId };
}

/** Marks as the form sends them: the same points, of ten, for every question. */
export async function marksOf(
  attemptId: string,
  points: number,
  comment = "",
  positions?: readonly number[],
) {
  const items = (await itemsOf(attemptId)).filter(
    ({ kind, position }) => kind.endsWith("-response") && (!positions || positions.includes(position)),
  );
  return {
    points: Object.fromEntries(
      items.map(({ position, key }) => [
        position,
        Object.fromEntries(key.rubric.map(({ id }) => [id, points])),
      ]),
    ),
    comments: Object.fromEntries(items.map(({ position }) => [position, comment])),
    second: null,
  };
}

async function itemsOf(attemptId: string) {
  const items = await db.attemptItem.findMany({
    where: { attemptId },
    orderBy: { position: "asc" },
    select: { position: true, question: { select: { kind: true, key: true } } },
  });
  return items.map(({ position, question }) => ({
    position,
    kind: question.kind,
    key: JSON.parse(question.key) as { correct: string[]; rubric: { id: string }[] },
  }));
}
