/** Tests of the studio draw the versions of questions that are in force: when a bank changes, so do they. */
import { canonicalJson, type JsonObject } from "~/platform/canonical-json";
import { db, provider, sqlList, type Tx } from "~/platform/db/client.server";
import { sha256 } from "~/platform/ids.server";
import type { Blueprint } from "../blueprints/blueprint";
import { blueprintOf, blueprintsOf } from "../blueprints/blueprints.server";
import { firstTooSmall } from "../blueprints/make-blueprint";
import { putInForce } from "../blueprints/put-in-force.server";
import { questionsInForce } from "./questions-in-force.server";

export interface FollowingTest {
  readonly slug: string;
  readonly title: string;
}

export interface Followed {
  /** They draw from the bank as it is now. */
  readonly updated: readonly FollowingTest[];
  /** A section would have too few questions: these go on with the questions that they had. */
  readonly kept: readonly (FollowingTest & { readonly why: string })[];
}

interface BankOfTests {
  readonly slug: string;
  readonly ownerId: string;
}

/**
 * Gives every test that draws from the bank a revision with the questions as they are now. Attempts that are open keep
 * theirs. To be called under the bank's lock, after the last change to it.
 */
export async function followBank(tx: Tx, bank: BankOfTests): Promise<Followed> {
  const [updated, kept]: [FollowingTest[], Followed["kept"][number][]] = [[], []];
  for (const { id, slug, blueprint } of await drawingFrom(bank, tx)) {
    const became = await followBanks(tx, id);
    const test = { slug, title: blueprint.title };
    if (became === "updated") updated.push(test);
    else if (became !== "same") kept.push({ ...test, why: became.why });
  }
  return { updated, kept };
}

/** One published test, from the banks that it draws from. */
export async function followBanks(
  tx: Tx,
  assessmentId: string,
): Promise<"same" | "updated" | { why: string }> {
  await lockTest(tx, assessmentId);
  const { currentRevisionId, audience } = await tx.assessment.findUniqueOrThrow({
    where: { id: assessmentId },
    select: { currentRevisionId: true, audience: { select: { dimension: true, value: true } } },
  });
  const next = await withQuestionsInForce(tx, await blueprintOf(currentRevisionId!, tx));
  const short = firstTooSmall(next);
  if (short) return { why: short.message };
  const revisionId = revisionIdOf(next);
  if (revisionId === currentRevisionId) return "same";
  const of = (name: string) =>
    audience.filter(({ dimension }) => dimension === name).map(({ value }) => value);
  const addressed = { jobRoles: of("job-role"), regions: of("region") };
  await putInForce(tx, assessmentId, { revisionId, blueprint: next, audience: addressed });
  return "updated";
}

/** From here to the end of the transaction nobody else publishes this test. PostgreSQL needs it; see lock-people.server.ts. */
export async function lockTest(tx: Tx, assessmentId: string): Promise<void> {
  await tx.$executeRaw`UPDATE "Assessment" SET "title" = "title" WHERE "id" = ${assessmentId}`;
}

/**
 * From here to the end of the transaction nobody changes these banks, so that a test that is published now draws what
 * they hold. Before the test is locked, and by slug, as everybody does: then nobody waits in a circle.
 */
export async function lockBanks(tx: Tx, slugs: readonly string[]): Promise<void> {
  if (provider === "postgresql" && slugs.length > 0)
    await tx.$queryRaw`SELECT "id" FROM "Bank" WHERE "slug" IN (${sqlList([...slugs])}) ORDER BY "slug" FOR UPDATE`;
}

export function revisionIdOf(blueprint: Blueprint): string {
  return sha256(canonicalJson(blueprint as unknown as JsonObject));
}

export async function withQuestionsInForce(tx: typeof db | Tx, blueprint: Blueprint): Promise<Blueprint> {
  return { ...blueprint, questions: await questionsInForce(tx, banksIn(blueprint), blueprint.questions) };
}

/** Published tests with a section that draws from the bank, always in the same order, so that two never wait for each other. */
export async function drawingFrom(
  { slug: bank, ownerId }: BankOfTests,
  reader: typeof db | Tx = db,
): Promise<{ id: string; slug: string; blueprint: Blueprint }[]> {
  const rows = await reader.assessment.findMany({
    where: { ownerId, archivedAt: null, currentRevisionId: { not: null } },
    orderBy: { id: "asc" },
    select: { id: true, slug: true, currentRevisionId: true },
  });
  const blueprints = await blueprintsOf(
    rows.flatMap(({ currentRevisionId }) => currentRevisionId ?? []),
    reader,
  );
  return rows.flatMap(({ id, slug, currentRevisionId }) => {
    const blueprint = blueprints.get(currentRevisionId ?? "");
    return blueprint && banksIn(blueprint).includes(bank) ? [{ id, slug, blueprint }] : [];
  });
}

export function banksIn({
  sections,
}: {
  sections: readonly { banks?: readonly string[] | undefined }[];
}): string[] {
  return [...new Set(sections.flatMap(({ banks = [] }) => banks))];
}

/** Before a question is withdrawn: the tests that would draw from fewer, and those that could not be drawn any more. */
export async function withoutQuestion(
  bank: BankOfTests,
  questionId: string,
): Promise<(FollowingTest & { readonly short: string | null })[]> {
  const isIt = (question: Blueprint["questions"][number]) =>
    question.bank === bank.slug && question.questionId === questionId;
  return (await drawingFrom(bank)).flatMap(({ slug, blueprint }) => {
    if (!blueprint.questions.some(isIt)) return [];
    const questions = blueprint.questions.filter((question) => !isIt(question));
    const short = firstTooSmall({ ...blueprint, questions });
    return [{ slug, title: blueprint.title, short: short?.message ?? null }];
  });
}
