import { may, type Actor } from "~/features/people/actor";
import { canonicalJson, type JsonObject } from "~/platform/canonical-json";
import { Conflict, Forbidden, Invalid, NotFound } from "~/platform/errors";
import { requireOffice, runBy } from "../office/office-policy.server";
import type { QuestionBody, QuestionKey } from "../questions/question";
import { treatmentFrom } from "../scoring/judge-attempt.server";
import type { Reader } from "../scoring/read-attempts.server";
import type { Treatment } from "../scoring/score-attempt";
import { isAnswering } from "../questions/answering-now.server";
import { newKeyFrom } from "./new-key";
import type { RegradeChoice } from "./treatment-choice";

export interface RegradableQuestion {
  readonly versionId: string;
  readonly body: QuestionBody;
  /** What is right until now. */
  readonly key: QuestionKey;
  readonly treatment: Treatment | null;
  /** The latest regrade, or null; whoever regrades says which one they have seen. */
  readonly latest: string | null;
  /** Tests whose revision in force draws from it. */
  readonly drawnBy: readonly { readonly slug: string; readonly revisionId: string }[];
}

/**
 * A question version that the actor may regrade: of tests that they run, and of no others.
 * @throws NotFound; Forbidden where other people's tests hold it too, or the actor's own result would change; Conflict
 * while the actor is answering it
 */
export async function findRegradable(
  tx: Reader,
  actor: Actor,
  questionVersionId: string,
): Promise<RegradableQuestion> {
  requireOffice(actor);
  const version = await tx.questionVersion.findUnique({
    where: { id: questionVersionId },
    select: {
      bankId: true,
      questionId: true,
      body: true,
      key: true,
      regrades: {
        orderBy: [{ recordedAt: "desc" }, { id: "desc" }],
        take: 1,
        select: { id: true, treatment: true, key: true },
      },
    },
  });
  if (!version) throw new NotFound("question");
  const drawnBy = await testsWith(tx, actor, questionVersionId);
  if (await isAnswering(tx, actor.personId, version)) throw beingAnswered();
  const own = { questionVersionId, attempt: { personId: actor.personId } };
  if (await tx.attemptItem.findFirst({ where: own, select: { position: true } })) throw ownResult();
  const [latest] = version.regrades;
  const treatment = latest ? treatmentFrom(latest) : null;
  return {
    versionId: questionVersionId,
    body: JSON.parse(version.body) as QuestionBody,
    key: treatment?.kind === "new-key" ? treatment.key : (JSON.parse(version.key) as QuestionKey),
    treatment,
    latest: latest?.id ?? null,
    drawnBy,
  };
}

/** Blueprints name versions by their hash, which nothing else in them can be. */
async function testsWith(tx: Reader, actor: Actor, versionId: string) {
  const holding = await tx.assessment.findMany({
    where: { revisions: { some: { blueprint: { contains: versionId } } } },
    select: {
      id: true,
      slug: true,
      ownerId: true,
      currentRevisionId: true,
      revisions: { where: { blueprint: { contains: versionId } }, select: { id: true } },
    },
  });
  const own = await tx.assessment.findMany({
    where: { ...runBy(actor), AND: { id: { in: holding.map(({ id }) => id) } } },
    select: { id: true },
  });
  if (own.length === 0) throw new NotFound("question");
  if (!may(actor, "admin") && own.length < holding.length)
    throw new Forbidden(
      "used-elsewhere",
      "Tests that other people run use this question too, so regrading it would change their results. Ask an administrator to do it.",
    );
  return holding.flatMap(({ slug, currentRevisionId: current, revisions }) =>
    revisions.some(({ id }) => id === current) ? [{ slug, revisionId: current! }] : [],
  );
}

function beingAnswered(): Conflict {
  return new Conflict(
    "being-answered",
    "You are answering this question yourself in a test that is open. Submit that test first; then you can regrade it.",
  );
}

function ownResult(): Forbidden {
  return new Forbidden(
    "own-result",
    "You had this question in a test yourself, so regrading it could change your own result. Ask an administrator who has not to do it.",
  );
}

/** @throws Invalid where it would change nothing, or does not fit the question */
export function treatmentFor(question: RegradableQuestion, choice: RegradeChoice): Treatment {
  const { treatment: before, body, key } = question;
  const next: Treatment =
    choice.treatment === "new-key"
      ? { kind: "new-key", key: newKeyFrom(body, key, choice.newKey ?? {}) }
      : { kind: choice.treatment };
  const now = before ?? { kind: "new-key", key };
  if (textOf(next) === textOf(now)) {
    const message =
      next.kind === "new-key"
        ? "This is what counts as right already. Change the key, or choose another way."
        : "This is how the question is treated already. Choose another way.";
    throw new Invalid("no-change", message, { treatment: [message] });
  }
  return next;
}

function textOf(treatment: Treatment): string {
  return canonicalJson(treatment as unknown as JsonObject);
}
