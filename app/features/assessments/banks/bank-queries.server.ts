import { may, type Actor } from "~/features/people/actor";
import { db, sql } from "~/platform/db/client.server";
import { NotFound } from "~/platform/errors";
import type { QuestionBody, QuestionKind } from "../questions/question";
import type { QuestionSource } from "../questions/question-source";
import { promptText } from "../questions/prompt-text";
import { banksOf, openBank, type OwnBank } from "./bank-policy.server";
import { requireNotAnswering } from "../questions/answering-now.server";
import type { QuestionFilter } from "./question-filter";

const PAGE = 50;
const VERSIONS = 50;
/** Characters of a prompt in a list. */
const SHORT_PROMPT = 110;

export interface BankRow {
  readonly slug: string;
  readonly title: string;
  readonly questions: number;
  readonly withdrawn: number;
  readonly updatedAt: Date;
  /** Whose it is; null where all are the actor's own. */
  readonly owner: string | null;
}

/** The actor's banks, the last changed first. `after` is the id of the last one shown. */
export async function listBanks(
  actor: Actor,
  after: string | null,
): Promise<{ banks: BankRow[]; next: string | null }> {
  const where = banksOf(actor);
  const rows = await db.bank.findMany({
    where,
    orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
    ...(after ? { cursor: { id: after }, skip: 1 } : {}),
    take: PAGE + 1,
    select: { id: true, slug: true, title: true, ownerId: true, updatedAt: true },
  });
  const shown = rows.slice(0, PAGE);
  const [counts, owners] = await Promise.all([
    db.bankQuestion.groupBy({
      by: ["bankId"],
      where: { bankId: { in: shown.map(({ id }) => id) } },
      _count: { questionId: true, withdrawnAt: true },
    }),
    may(actor, "admin")
      ? db.person.findMany({
          where: { id: { in: [...new Set(shown.map(({ ownerId }) => ownerId))] } },
          select: { id: true, name: true },
        })
      : [],
  ]);
  const countOf = new Map(counts.map(({ bankId, _count }) => [bankId, _count]));
  const nameOf = new Map(owners.map(({ id, name }) => [id, name]));
  return {
    next: rows.length > PAGE ? shown.at(-1)!.id : null,
    banks: shown.map(({ id, ownerId, ...bank }) => {
      const { questionId: all = 0, withdrawnAt: withdrawn = 0 } = countOf.get(id) ?? {};
      return { ...bank, questions: all - withdrawn, withdrawn, owner: nameOf.get(ownerId) ?? null };
    }),
  };
}

export interface QuestionRow {
  readonly questionId: string;
  readonly kind: QuestionKind;
  readonly clause: string | null;
  readonly topic: string | null;
  readonly prompt: string;
  readonly difficulty: string | null;
  readonly points: number;
  readonly withdrawn: boolean;
}

interface RawQuestion {
  questionId: string;
  kind: string;
  clause: string | null;
  topic: string | null;
  body: string;
  withdrawn: number;
}

export interface QuestionsPage {
  readonly bank: Pick<OwnBank, "slug" | "title">;
  readonly questions: readonly QuestionRow[];
  readonly next: string | null;
}

/** Questions of a bank by id. There is no relation to follow from a bank's row to its version, so it is SQL. */
export async function listQuestions(
  actor: Actor,
  slug: string,
  filter: QuestionFilter,
): Promise<QuestionsPage> {
  const { id: bankId, title } = await openBank(actor, slug);
  const { kind, topic, difficulty, text, state, after } = filter;
  const rows = await db.$queryRaw<RawQuestion[]>`
    SELECT q."questionId", v."kind", v."clause", v."topic", v."body",
      CASE WHEN q."withdrawnAt" IS NULL THEN 0 ELSE 1 END AS "withdrawn"
    FROM "BankQuestion" q
    JOIN "QuestionVersion" v ON v."id" = q."versionId"
    JOIN "QuestionText" t ON t."versionId" = q."versionId"
    WHERE q."bankId" = ${bankId} AND q."questionId" > ${after}
    ${state === "all" ? sql`` : state === "withdrawn" ? sql`AND q."withdrawnAt" IS NOT NULL` : sql`AND q."withdrawnAt" IS NULL`}
    ${kind ? sql`AND v."kind" = ${kind}` : sql``}
    ${topic ? sql`AND (v."topic" = ${topic} OR v."clause" = ${topic} OR v."body" LIKE ${tagPattern(topic)} ESCAPE '!')` : sql``}
    ${difficulty ? sql`AND v."body" LIKE ${`%"difficulty":"${difficulty}"%`}` : sql``}
    ${text ? sql`AND LOWER(t."source") LIKE ${textPattern(text)} ESCAPE '!'` : sql``}
    ORDER BY q."questionId" ASC
    LIMIT ${PAGE + 1}`;
  const shown = rows.slice(0, PAGE);
  return {
    bank: { slug, title },
    questions: shown.map(({ body, withdrawn, kind: of, ...row }) => {
      const { prompt, difficulty: how = null, points = 1 } = JSON.parse(body) as QuestionBody;
      return {
        ...row,
        kind: of as QuestionKind,
        prompt: promptText(prompt, SHORT_PROMPT),
        difficulty: how,
        points,
        withdrawn: Number(withdrawn) !== 0,
      };
    }),
    next: rows.length > PAGE ? shown.at(-1)!.questionId : null,
  };
}

/** The source is JSON: what is looked for is written in it as JSON writes it. */
function textPattern(text: string): string {
  return `%${escaped(JSON.stringify(text.toLowerCase()).slice(1, -1))}%`;
}

/** Tags are the only list of plain words in a body. */
function tagPattern(tag: string): string {
  return `%"tags":[%"${escaped(tag)}"%]%`;
}

function escaped(text: string): string {
  return text.replace(/[!%_]/g, "!$&");
}

export interface QuestionPage {
  readonly bank: OwnBank;
  readonly question: {
    readonly questionId: string;
    readonly number: number;
    readonly withdrawnAt: Date | null;
    readonly versionId: string;
    readonly source: QuestionSource;
    readonly body: QuestionBody;
  };
  /** The latest first. */
  readonly versions: readonly { readonly id: string; readonly createdAt: Date; readonly prompt: string }[];
}

/** @throws NotFound */
export async function findQuestion(actor: Actor, slug: string, questionId: string): Promise<QuestionPage> {
  const bank = await openBank(actor, slug);
  await requireNotAnswering(actor.personId, [{ bankId: bank.slug, questionId }]);
  const [row, versions] = await Promise.all([
    db.bankQuestion.findUnique({
      where: { bankId_questionId: { bankId: bank.id, questionId } },
      select: { number: true, withdrawnAt: true, versionId: true },
    }),
    db.questionVersion.findMany({
      where: { bankId: bank.slug, questionId },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: VERSIONS,
      select: { id: true, createdAt: true, body: true, source: { select: { source: true } } },
    }),
  ]);
  if (!row) throw new NotFound("question");
  const current = versions.find(({ id }) => id === row.versionId) ?? (await versionOf(row.versionId));
  const bodyOf = (version: typeof current) => JSON.parse(version.body) as QuestionBody;
  return {
    bank,
    question: {
      questionId,
      ...row,
      source: JSON.parse(current.source!.source) as QuestionSource,
      body: bodyOf(current),
    },
    versions: versions.map((version) => ({
      id: version.id,
      createdAt: version.createdAt,
      prompt: promptText(bodyOf(version).prompt, SHORT_PROMPT),
    })),
  };
}

/** More than the latest few were written since, and an old one is in force again. */
function versionOf(id: string) {
  return db.questionVersion.findUniqueOrThrow({
    where: { id },
    select: { id: true, createdAt: true, body: true, source: { select: { source: true } } },
  });
}
