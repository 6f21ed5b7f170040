import { canonicalJson, type JsonObject } from "~/platform/canonical-json";
import { now } from "~/platform/clock.server";
import type { Tx } from "~/platform/db/client.server";
import type { CompiledQuestion } from "./compile-question.server";
import type { QuestionSource } from "./question-source";

type WithSource = CompiledQuestion & { readonly source: QuestionSource };

const BATCH = 500;

/** Adds what is not there yet; the same question, written the same way, is the same version. */
export async function addQuestionVersions(tx: Tx, questions: readonly WithSource[]): Promise<void> {
  const createdAt = now();
  for (let start = 0; start < questions.length; start += BATCH) {
    const part = questions.slice(start, start + BATCH);
    const ids = part.map((question) => question.id);
    const [versions, texts] = [
      await tx.questionVersion.findMany({ where: { id: { in: ids } }, select: { id: true } }),
      await tx.questionText.findMany({ where: { versionId: { in: ids } }, select: { versionId: true } }),
    ];
    const known = new Set(versions.map(({ id }) => id));
    const kept = new Set(texts.map(({ versionId }) => versionId));
    await tx.questionVersion.createMany({
      data: part
        .filter(({ id }) => !known.has(id))
        .map(({ id, bankId, questionId, kind, clause, topic, body, key }) => ({
          id,
          bankId,
          questionId,
          kind,
          clause,
          topic,
          body: canonicalJson(body as unknown as JsonObject),
          key: canonicalJson(key as unknown as JsonObject),
          createdAt,
        })),
    });
    await tx.questionText.createMany({
      data: part
        .filter(({ id }) => !kept.has(id))
        .map(({ id, source }) => ({ versionId: id, source: JSON.stringify(source) })),
    });
  }
}
