import type { Actor } from "~/features/people/actor";
import { checkAudience } from "~/features/publishing/check-audience.server";
import { now } from "~/platform/clock.server";
import { transaction, type Tx } from "~/platform/db/client.server";
import { Conflict, Invalid, NotFound } from "~/platform/errors";
import type { AssessmentSource } from "../blueprints/assessment-source";
import type { Blueprint } from "../blueprints/blueprint";
import { blueprintFrom, firstTooSmall } from "../blueprints/make-blueprint";
import { putInForce } from "../blueprints/put-in-force.server";
import { banksIn, lockBanks, lockTest, revisionIdOf } from "./follow-bank.server";
import { questionsInForce } from "./questions-in-force.server";
import { testsOf } from "./test-policy.server";
import type { TestSource } from "./test-settings";

const LONGEST = 400_000;

interface Change<S> {
  readonly slug: string;
  /** Of the draft, as the author saw it. */
  readonly version: number;
  readonly source: S;
}

/** Keeps what was written, complete or not. Those who take the test see nothing of it. @throws Conflict */
export async function saveTestDraft(
  actor: Actor,
  { slug, version, source }: Change<TestSource>,
): Promise<void> {
  await transaction(async (tx) => {
    const test = await ownTest(tx, actor, slug);
    await keepDraft(tx, test.id, version, source);
    const { title, summary } = source;
    if (!test.currentRevisionId && title && summary)
      await tx.assessment.update({
        where: { id: test.id },
        data: { title: title.slice(0, 120), summary: summary.slice(0, 600) },
        select: { id: true },
      });
  });
}

/**
 * Puts the test into force as it is written, with the questions that its banks hold now. Attempts that are open keep
 * what they were drawn from.
 * @throws Conflict when the draft was saved elsewhere; Invalid when a bank or an audience is gone, or a bank is too small
 */
export async function publishTest(
  actor: Actor,
  { slug, version, source }: Change<AssessmentSource>,
): Promise<{ revisionId: string }> {
  testsOf(actor);
  const audience = await checkAudience(source.audience);
  return transaction(async (tx) => {
    await lockBanks(tx, banksIn(source));
    const test = await ownTest(tx, actor, slug);
    await keepDraft(tx, test.id, version, source);
    await requireBanks(tx, source, test.ownerId!);
    const rules = blueprintFrom(slug, source, new Map());
    const blueprint: Blueprint = { ...rules, questions: await questionsInForce(tx, banksIn(rules)) };
    const short = firstTooSmall(blueprint);
    if (short)
      throw new Invalid("bank-too-small", short.message, {
        [`sections.${short.section}.draw`]: [short.message],
      });
    const revisionId = revisionIdOf(blueprint);
    await putInForce(tx, test.id, { revisionId, blueprint, audience });
    return { revisionId };
  });
}

export async function ownTest(tx: Tx, actor: Actor, slug: string) {
  const test = await tx.assessment.findFirst({
    where: { ...testsOf(actor), slug },
    select: { id: true, ownerId: true, currentRevisionId: true },
  });
  if (!test) throw new NotFound("test");
  await lockTest(tx, test.id);
  return test;
}

async function keepDraft(tx: Tx, assessmentId: string, version: number, source: TestSource): Promise<void> {
  const text = JSON.stringify(source);
  if (text.length > LONGEST || text.includes("\\u0000"))
    throw new Invalid("too-long", "These settings are longer than can be kept. Shorten the longest texts.");
  const { count } = await tx.testDraft.updateMany({
    where: { assessmentId, version },
    data: { source: text, version: version + 1, updatedAt: now() },
  });
  if (count !== 1)
    throw new Conflict(
      "test-conflict",
      "This test was saved in another tab or by somebody else since you opened it. What you typed is still here: save again to replace the other change, or reload the page to see it.",
    );
}

/** A section draws from banks of the test's owner: they alone see to it that the questions are right. */
async function requireBanks(tx: Tx, { sections }: AssessmentSource, ownerId: string): Promise<void> {
  const named = banksIn({ sections });
  const rows = await tx.bank.findMany({ where: { ownerId, slug: { in: named } }, select: { slug: true } });
  const own = new Set(rows.map(({ slug }) => slug));
  const fields = Object.fromEntries(
    sections.flatMap(({ banks = [] }, index) =>
      banks.every((slug) => own.has(slug))
        ? []
        : [[`sections.${index}.banks`, ["One of these banks is not there. Choose again."]]],
    ),
  );
  if (Object.keys(fields).length > 0)
    throw new Invalid("unknown-bank", "A section draws from a bank that is not there. Choose again.", fields);
}
