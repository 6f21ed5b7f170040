import { faultyVersions } from "../scoring/faulty-versions.server";
import type { db, Tx } from "~/platform/db/client.server";
import type { BlueprintQuestion } from "../blueprints/blueprint";
import { entryOf } from "../blueprints/make-blueprint";
import type { QuestionBody, QuestionKind } from "../questions/question";

const BATCH = 500;
type Reader = typeof db | Tx;

/**
 * What may be drawn from banks of the studio now: the version of each question that is in force, without those that are
 * withdrawn or were found faulty. In the order of banks and ids, so that the same questions give the same blueprint.
 * @param known entries of an earlier blueprint: a version never changes, so these need not be read again
 */
export async function questionsInForce(
  tx: Reader,
  bankSlugs: readonly string[],
  known: readonly BlueprintQuestion[] = [],
): Promise<BlueprintQuestion[]> {
  const banks = await tx.bank.findMany({
    where: { slug: { in: [...bankSlugs] } },
    select: {
      slug: true,
      questions: { where: { withdrawnAt: null }, select: { questionId: true, versionId: true } },
    },
  });
  const rows = banks.flatMap(({ slug, questions }) => questions.map((question) => ({ ...question, slug })));
  const entries = new Map(known.map((entry) => [entry.version, entry]));
  const missing = rows.filter(({ versionId, slug }) => entries.get(versionId)?.bank !== slug);
  for (let start = 0; start < missing.length; start += BATCH)
    for (const entry of await readEntries(tx, missing.slice(start, start + BATCH)))
      entries.set(entry.version, entry);
  const faulty = await faultyVersions(tx);
  return rows
    .filter(({ versionId }) => !faulty.has(versionId))
    .sort((a, b) => compare(a.slug, b.slug) || compare(a.questionId, b.questionId))
    .map(({ versionId }) => entries.get(versionId)!);
}

async function readEntries(
  tx: Reader,
  rows: readonly { versionId: string; slug: string }[],
): Promise<BlueprintQuestion[]> {
  const bankOf = new Map(rows.map(({ versionId, slug }) => [versionId, slug]));
  const versions = await tx.questionVersion.findMany({
    where: { id: { in: [...bankOf.keys()] } },
    select: { id: true, questionId: true, kind: true, clause: true, topic: true, body: true },
  });
  return versions.map(({ kind, body, ...version }) =>
    entryOf(
      { ...version, kind: kind as QuestionKind, body: JSON.parse(body) as QuestionBody },
      bankOf.get(version.id),
    ),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
