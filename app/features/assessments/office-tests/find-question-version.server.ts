import type { Actor } from "~/features/people/actor";
import { db } from "~/platform/db/client.server";
import { NotFound } from "~/platform/errors";
import { promptText } from "../questions/prompt-text";
import type { QuestionBody } from "../questions/question";
import { questionAddress, questionNamed } from "./question-address";
import { findRunTest, type RunTest } from "./run-test.server";

export interface QuestionInTest {
  readonly test: RunTest;
  readonly address: string;
  readonly label: string;
  readonly versions: readonly QuestionVersionRow[];
  readonly versionId: string;
  readonly bankId: string;
  readonly questionId: string;
  readonly clause: string | null;
  readonly topic: string | null;
  readonly body: QuestionBody;
}

export interface QuestionVersionRow {
  readonly id: string;
  readonly createdAt: Date;
  readonly inForce: boolean;
  /** In how many papers of this test. */
  readonly asked: number;
}

export interface Which {
  readonly test: string;
  readonly question: string;
  /** The one in force, or the latest that was asked, where nothing is said. */
  readonly version: string | null;
}

/** A question of a test that the actor runs, in one of its versions, without its key. @throws NotFound */
export async function findQuestionVersion(actor: Actor, which: Which): Promise<QuestionInTest> {
  const test = await findRunTest(actor, which.test);
  const { versions, rows } = await versionsOf(test, which.question);
  const chosen = which.version ?? (versions.find(({ inForce }) => inForce) ?? versions[0])?.id;
  const row = rows.find(({ id }) => id === chosen);
  if (!row) throw new NotFound("question");
  const { id: versionId, body: text, createdAt: _, ...about } = row;
  const body = JSON.parse(text) as QuestionBody;
  const address = questionAddress(test.slug, row);
  return { test, address, label: promptText(body.prompt, 80), versions, versionId, ...about, body };
}

/** Those in force or served in this test, the latest first. Their keys are not read here. */
async function versionsOf({ id: assessmentId, slug, blueprint }: RunTest, address: string) {
  const all = await db.questionVersion.findMany({
    where: questionNamed(slug, address),
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: {
      id: true,
      bankId: true,
      questionId: true,
      clause: true,
      topic: true,
      body: true,
      createdAt: true,
    },
  });
  const asked = await db.attemptItem.groupBy({
    by: ["questionVersionId"],
    where: { questionVersionId: { in: all.map(({ id }) => id) }, attempt: { assessmentId } },
    _count: true,
  });
  const counts = new Map(asked.map(({ questionVersionId, _count }) => [questionVersionId, _count]));
  const drawn = new Set(blueprint.questions.map(({ version }) => version));
  const rows = all.filter(({ id }) => drawn.has(id) || counts.has(id));
  const versions = rows.map(({ id, createdAt }) => ({
    id,
    createdAt,
    inForce: drawn.has(id),
    asked: counts.get(id) ?? 0,
  }));
  return { versions, rows };
}
