/** Scores a recorded test again from the question versions it pinned, for whoever doubts the first result. */
import { canonicalJson, type JsonObject } from "~/platform/canonical-json";
import { db } from "~/platform/db/client.server";
import { sha256 } from "~/platform/ids.server";
import type { Blueprint } from "../blueprints/blueprint";
import { questionHash } from "../questions/compile-question.server";
import type { QuestionBody, QuestionKey, QuestionKind } from "../questions/question";
import { reviewQuestion } from "../questions/review-question";
import type { ReviewedQuestion } from "../sitting/attempt-view";
import { passMarksOf } from "./judge-attempt.server";
import { SCORED_ALIKE, SCORING, scoreAttempt, type Score, type Treatment } from "./score-attempt";
import { testDocument, type TestDocument } from "./test-document";

export interface Rescored {
  readonly document: TestDocument;
  /** What is not as it was recorded, in words; empty when everything agrees. */
  readonly differences: readonly string[];
  readonly score: Score;
  /** The paper as it was served, with the answers given and the right ones. */
  readonly questions: readonly ReviewedQuestion[];
}

/** @throws ZodError when `document` is not one of a test */
export async function rescore(document: unknown): Promise<Rescored> {
  const recorded = testDocument.parse(document);
  const versionIds = recorded.items.map((item) => item.question);
  const [revision, versions, newKeys] = await Promise.all([
    db.assessmentRevision.findUnique({ where: { id: recorded.revision }, select: { blueprint: true } }),
    db.questionVersion.findMany({
      where: { id: { in: versionIds } },
      select: {
        id: true,
        bankId: true,
        questionId: true,
        kind: true,
        clause: true,
        topic: true,
        body: true,
        key: true,
      },
    }),
    newKeysOf(recorded),
  ]);
  const stored = new Map(versions.map((version) => [version.id, version]));
  const differences = revisionDifferences(recorded, revision?.blueprint ?? null);

  const items = recorded.items.flatMap((item) => {
    const version = stored.get(item.question);
    if (!version) {
      differences.push(`Question ${item.position}: its version ${item.question} is missing.`);
      return [];
    }
    const body = JSON.parse(version.body) as QuestionBody;
    const key = JSON.parse(version.key) as QuestionKey;
    const { id, kind, ...rest } = version;
    const intact =
      questionHash({ ...rest, kind: kind as QuestionKind, body, key }) === id &&
      sha256(version.body) === item.bodyHash &&
      sha256(version.key) === item.keyHash;
    if (!intact)
      differences.push(`Question ${item.position}: its stored text or key does not match its hash.`);
    return [{ ...item, clause: version.clause, body, key }];
  });

  const treatments = new Map<number, Treatment>();
  for (const { position, treatment } of recorded.items) {
    if (treatment?.kind === "new-key") {
      const key = newKeys.get(treatment.keyHash);
      if (key) treatments.set(position, { kind: "new-key", key });
      else differences.push(`Question ${position}: the new key that it was scored by is missing.`);
    } else if (treatment) treatments.set(position, treatment);
  }
  const score = scoreAttempt(
    {
      passMark: recorded.passMark,
      sectionPassMarks: recorded.sectionPassMarks ?? [],
      clausePassMark: recorded.clausePassMark ?? null,
      sections: recorded.sections,
      items,
    },
    new Map(items.map((item) => [item.position, item.answer])),
    {
      marks: new Map(
        recorded.items.flatMap(({ position, mark }) =>
          mark === undefined ? [] : [[position, mark] as const],
        ),
      ),
      treatments,
    },
  );
  const points = new Map(score.items.map((item) => [item.position, item.points]));
  for (const { position, points: before } of recorded.items)
    if (points.get(position) !== before)
      differences.push(
        `Question ${position}: recorded with ${before} points, scored again with ${points.get(position) ?? 0}.`,
      );
  if (score.score !== recorded.score)
    differences.push(`The score was recorded as ${recorded.score} and is ${score.score} when scored again.`);
  if (score.passed !== recorded.passed)
    differences.push(
      `It was recorded as ${word(recorded.passed)} and is ${word(score.passed)} when scored again.`,
    );

  const questions = items.map(({ treatment: _, ...item }) => {
    const treatment = treatments.get(item.position);
    return reviewQuestion({
      ...item,
      ...(treatment === undefined ? {} : { treatment }),
      pending: score.pending.includes(item.position),
      points: points.get(item.position) ?? 0,
    });
  });
  return { document: recorded, differences, score, questions };
}

/** Keys that replaced others, by their hash. */
async function newKeysOf({ items }: TestDocument): Promise<ReadonlyMap<string, QuestionKey>> {
  const rekeyed = items.filter(({ treatment }) => treatment?.kind === "new-key");
  if (rekeyed.length === 0) return new Map();
  const rows = await db.regrade.findMany({
    where: { treatment: "new-key", questionVersionId: { in: rekeyed.map((item) => item.question) } },
    select: { key: true },
  });
  const keys = rows.flatMap(({ key }) => (key === null ? [] : [JSON.parse(key) as QuestionKey]));
  return new Map(keys.map((key) => [sha256(JSON.stringify(key)), key]));
}

function revisionDifferences(recorded: TestDocument, stored: string | null): string[] {
  if (!SCORED_ALIKE.includes(recorded.scoring))
    return [`It was scored by ${recorded.scoring}; this portal scores by ${SCORING}.`];
  if (stored === null) return [`The assessment revision ${recorded.revision} is missing.`];
  const blueprint = JSON.parse(stored) as Blueprint;
  const intact = sha256(canonicalJson(blueprint as unknown as JsonObject)) === recorded.revision;
  const differences = intact ? [] : ["The stored assessment revision does not match its hash."];
  if (blueprint.passMark !== recorded.passMark)
    differences.push(
      `The pass mark was recorded as ${recorded.passMark}; the revision says ${blueprint.passMark}.`,
    );
  const { clausePassMark, sectionPassMarks } = passMarksOf(blueprint);
  const sections = recorded.sectionPassMarks ?? sectionPassMarks.map(() => null);
  if (
    clausePassMark !== (recorded.clausePassMark ?? null) ||
    JSON.stringify(sectionPassMarks) !== JSON.stringify(sections)
  )
    differences.push("What was needed by section or clause is not what the revision says.");
  return differences;
}

function word(passed: boolean): string {
  return passed ? "passed" : "not passed";
}
