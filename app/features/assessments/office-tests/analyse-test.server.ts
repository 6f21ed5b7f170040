import type { Actor } from "~/features/people/actor";
import { db } from "~/platform/db/client.server";
import type { Blueprint } from "../blueprints/blueprint";
import { analyse, type Analysis } from "../item-analysis/analyse";
import { ENOUGH_SITTINGS } from "../item-analysis/findings";
import type { AskedQuestion } from "../item-analysis/responses";
import type { QuestionBody } from "../questions/question";
import { questionAddress } from "./question-address";
import { promptText } from "../questions/prompt-text";
import { MOST_PAPERS, readPapers } from "./read-papers.server";
import { findRunTest, type RunTest } from "./run-test.server";
import { scoreBins } from "./score-bins";

/** Of a prompt, in a table. */
const LABEL = 140;

export type AnalysedQuestion = Omit<Analysis["questions"][number], "options"> & {
  readonly address: string;
  readonly prompt: string;
  readonly clause: string | null;
  /** The revision in force may still draw it. */
  readonly inForce: boolean;
};

export interface TestAnalysis {
  readonly slug: string;
  readonly archived: boolean;
  readonly ofStudio: boolean;
  readonly rules: Omit<Blueprint, "questions">;
  readonly revision: number;
  readonly figures: Analysis["test"];
  readonly questions: readonly AnalysedQuestion[];
  /** How many ended in each tenth of the scale. */
  readonly bins: readonly number[];
  readonly waiting: number;
  /** More sittings than these were made; null when all are read. */
  readonly latest: number | null;
  readonly enough: boolean;
}

/** How a test and its questions do, from what people answered. @throws NotFound */
export async function analyseTest(actor: Actor, slug: string): Promise<TestAnalysis> {
  const test = await findRunTest(actor, slug);
  const name = (question: { bankId: string; questionId: string }) => questionAddress(slug, question);
  const { papers, asked, waiting, more } = await readPapers(test.id, name);
  const shown = await describe(test, asked);
  const { test: figures, questions } = analyse({
    papers,
    questions: shown.map(({ question }) => question),
    passMark: test.blueprint.passMark,
  });
  const revision = await db.assessmentRevision.findUniqueOrThrow({
    where: { id: test.revisionId },
    select: { number: true },
  });
  const { questions: _, ...rules } = test.blueprint;
  return {
    slug,
    archived: test.archived,
    ofStudio: test.ofStudio,
    rules,
    revision: revision.number,
    figures,
    /* Which option is right stays with the page of the question, which is closed to whoever is asked it. */
    questions: questions.map(({ options: _options, findings, ...quality }, index) => ({
      ...quality,
      findings: findings.map(({ code, severity, message }) => ({ code, severity, message })),
      ...shown[index]!.about,
    })),
    bins: scoreBins(papers.map(({ score }) => score)),
    waiting,
    latest: more ? MOST_PAPERS : null,
    enough: papers.length >= ENOUGH_SITTINGS,
  };
}

type Asked = Awaited<ReturnType<typeof readPapers>>["asked"];

interface Described {
  readonly question: AskedQuestion;
  readonly about: Pick<AnalysedQuestion, "address" | "prompt" | "clause" | "inForce">;
}

/** Questions that may be drawn, in their order, and then those that were asked before. */
async function describe({ slug, blueprint }: RunTest, asked: Asked): Promise<Described[]> {
  const inForce = new Map(
    blueprint.questions.map((entry) => [
      questionAddress(slug, { bankId: entry.bank ?? slug, questionId: entry.questionId }),
      entry,
    ]),
  );
  const prompts = await promptsOf(
    [...inForce].flatMap(([address, { version }]) =>
      asked.get(address)?.versionId === version ? [] : [version],
    ),
  );
  const drawn = [...inForce].map(([address, { version, kind, clause }]): Described => {
    const known = asked.get(address);
    const prompt = promptText(prompts.get(version) ?? known?.prompt ?? "", LABEL);
    const question = known?.question ?? { questionId: address, kind, correct: null, options: [] };
    return { question, about: { address, prompt, clause, inForce: true } };
  });
  const before = [...asked].filter(([address]) => !inForce.has(address));
  return [
    ...drawn,
    ...before.map(([address, { question, prompt, clause }]): Described => {
      const label = promptText(prompt, LABEL);
      return { question, about: { address, prompt: label, clause, inForce: false } };
    }),
  ];
}

async function promptsOf(versionIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (versionIds.length === 0) return new Map();
  const rows = await db.questionVersion.findMany({
    where: { id: { in: [...versionIds] } },
    select: { id: true, body: true },
  });
  return new Map(rows.map(({ id, body }) => [id, (JSON.parse(body) as QuestionBody).prompt]));
}
