import { may, type Actor } from "~/features/people/actor";
import { db } from "~/platform/db/client.server";
import { NotFound } from "~/platform/errors";
import { blueprintOf } from "../blueprints/blueprints.server";
import { writeQuestions } from "../exchange/write-questions";
import { runBy, requireOffice } from "../office/office-policy.server";
import { requireNoneOfBanks } from "../questions/answering-now.server";
import type { QuestionSource } from "../questions/question-source";
import { openBank } from "./bank-policy.server";
import { EXPORT_FORMATS, formats } from "./exchange-names";

const BATCH = 500;
const PIECE = 65_536;

export interface ExportedFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly pieces: AsyncGenerator<{ readonly text: string }, void>;
}

/** The questions in use of a bank, as the author wrote their current versions. @throws NotFound */
export async function exportBank(actor: Actor, slug: string, format: string): Promise<ExportedFile> {
  const { id: bankId } = await openBank(actor, slug);
  await requireNoneOfBanks(actor.personId, [slug]);
  const rows = await db.bankQuestion.findMany({
    where: { bankId, withdrawnAt: null },
    orderBy: { questionId: "asc" },
    select: { versionId: true },
  });
  return fileOf(
    slug,
    format,
    rows.map(({ versionId }) => versionId),
  );
}

/** The questions that a test draws from; of one of the content folder its own bank, for administrators. */
export async function exportTest(actor: Actor, slug: string, format: string): Promise<ExportedFile> {
  requireOffice(actor);
  const test = await db.assessment.findFirst({
    where: { ...runBy(actor), slug },
    select: { currentRevisionId: true, ownerId: true },
  });
  if (!test?.currentRevisionId || (test.ownerId === null && !may(actor, "admin"))) throw new NotFound("test");
  const { questions } = await blueprintOf(test.currentRevisionId);
  await requireNoneOfBanks(actor.personId, [slug, ...questions.flatMap(({ bank = [] }) => bank)]);
  const own = questions.filter(({ bank }) => test.ownerId !== null || bank === undefined);
  return fileOf(
    slug,
    format,
    own.map(({ version }) => version),
  );
}

async function fileOf(slug: string, given: string, versions: readonly string[]): Promise<ExportedFile> {
  const format = EXPORT_FORMATS.find((each) => each === given);
  if (!format) throw new NotFound("format");
  const { mediaType, ending } = formats[format];
  const sources = await sourcesOf(versions);
  return { fileName: `${slug}.${ending}`, mediaType, pieces: inPieces(writeQuestions(format, sources).text) };
}

async function sourcesOf(versions: readonly string[]): Promise<QuestionSource[]> {
  const sources = new Map<string, QuestionSource>();
  for (let start = 0; start < versions.length; start += BATCH) {
    const rows = await db.questionText.findMany({
      where: { versionId: { in: versions.slice(start, start + BATCH) } },
      select: { versionId: true, source: true },
    });
    for (const { versionId, source } of rows) sources.set(versionId, JSON.parse(source) as QuestionSource);
  }
  return versions.flatMap((version) => sources.get(version) ?? []);
}

/** Never between the two halves of a character. */
async function* inPieces(text: string): AsyncGenerator<{ text: string }, void> {
  for (let start = 0; start < text.length;) {
    let end = Math.min(text.length, start + PIECE);
    if (end < text.length && /[\ud800-\udbff]/.test(text[end - 1]!)) end -= 1;
    yield { text: text.slice(start, end) };
    start = end;
  }
}
