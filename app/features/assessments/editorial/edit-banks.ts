/** Everything that an editor would mend in banks of questions that can be read. Each rule has its own file. */
import { answerPatterns } from "~/features/content/editorial/answer-patterns";
import type { KeyedChoice } from "~/features/content/editorial/keyed-choice";
import { unusedFiles } from "~/features/content/editorial/unused-files";
import type { ContentFinding } from "~/platform/content-finding";
import type { ContentBank, ContentQuestion } from "../questions/read-content-bank.server";
import { missingWhys } from "./missing-whys";
import { nearDuplicates } from "./near-duplicates";
import { questionWording } from "./question-wording";
import { questionWords } from "./question-words";

export function editBanks(banks: ReadonlyMap<string, ContentBank>): ContentFinding[] {
  const everywhere = [...banks.values()].flatMap(({ questions }) => questions);
  return [
    ...[...banks].flatMap(([slug, bank]) => bankFindings(slug, bank)),
    ...everywhere.flatMap((question) => [...missingWhys(question), ...questionWording(question)]),
    ...duplicateFindings(everywhere),
  ];
}

function bankFindings(slug: string, { questions, names }: ContentBank): ContentFinding[] {
  const used = new Set(
    questions.flatMap(({ source }) => (source.kind === "hotspot" ? source.figure.file : [])),
  );
  const others = names.filter((name) => !name.endsWith(".yaml"));
  return [
    ...unusedFiles(`assessments/${slug}/questions`, others, used),
    ...answerPatterns(`assessments/${slug}/assessment.yaml`, questions.flatMap(keyedChoice)),
  ];
}

function keyedChoice({ source }: ContentQuestion): KeyedChoice[] {
  if (source.kind !== "single") return [];
  const right = source.options.findIndex(({ correct }) => correct);
  return [{ id: source.id, options: source.options.map(({ text }) => text), right }];
}

function duplicateFindings(questions: readonly ContentQuestion[]): ContentFinding[] {
  return nearDuplicates(questions, ({ source }) => questionWords(source)).map(({ first, second, share }) => {
    const { file, line } = first.place();
    return {
      ...second.place(),
      message: `${second.source.id}: it shares ${Math.round(share * 100)} % of its wording with ${first.source.id} (${file}:${line}).`,
      advice: "Keep one of them, let a section draw from the other test's bank, or ask something else.",
    };
  });
}
