/** What the figures mean, for the people who write questions and manage tests. */
import type { OptionChoice } from "./option-choices";
import type { QuestionQuality } from "./question-quality";
import { pointsInWords, type TestQuality } from "./test-quality";

export type FindingCode =
  | "too-few-sittings"
  | "nearly-everyone-right"
  | "harder-than-guessing"
  | "probably-wrong-key"
  | "strong-people-get-it-wrong"
  | "barely-tells-people-apart"
  | "options-nobody-chooses"
  | "no-differences"
  | "too-short-to-trust"
  | "questions-do-not-agree"
  | "could-go-either-way";

export interface Finding {
  readonly code: FindingCode;
  /** `serious`: people may be judged wrongly; `warning`: worth a look; `info`: good to know. */
  readonly severity: "info" | "warning" | "serious";
  readonly message: string;
  /** The options it is about. */
  readonly optionIds?: readonly string[];
}

/** Below this, chance moves the figures more than the question does. */
export const ENOUGH_SITTINGS = 30;
export const NEARLY_EVERYONE = 0.95;
export const WEAK_DISCRIMINATION = 0.15;
export const TRUSTED_RELIABILITY = 0.7;
/** One-sided 5 %: beyond it a figure is more than chance would give. */
const BEYOND_CHANCE = 1.645;
/** Nobody sits four times as many questions; the questions themselves are what needs work. */
const LONGEST_ADVICE = 4;

export function questionFindings(question: QuestionQuality): Finding[] {
  if (question.n < ENOUGH_SITTINGS) return [tooFew(question.n, "have answered this question")];
  const { difficulty } = question;
  if (difficulty !== null && difficulty > NEARLY_EVERYONE) return [nearlyEveryoneRight(difficulty)];
  const wrongKey = probablyWrongKey(question);
  return [
    ...wrongKey,
    ...harderThanGuessing(question),
    // A wrong key turns the discrimination negative too; one reason to look at it is enough.
    ...(wrongKey.length > 0 ? [] : poorDiscrimination(question)),
    ...optionsNobodyChooses(question),
  ];
}

export function testFindings(test: TestQuality): Finding[] {
  if (test.n < ENOUGH_SITTINGS) return [tooFew(test.n, "have sat this test")];
  if (test.standardDeviation === 0) {
    return [
      {
        code: "no-differences",
        severity: "info",
        message: "Everyone has the same score, so these results cannot show how well the test measures.",
      },
    ];
  }
  return [...tooShort(test), ...couldGoEitherWay(test)];
}

function tooFew(n: number, did: string): Finding {
  const who = n === 0 ? "No people" : n === 1 ? "Only 1 person" : `Only ${n} people`;
  const have = n === 1 ? did.replace(/^have/, "has") : did;
  return {
    code: "too-few-sittings",
    severity: "info",
    message: `${who} ${have} so far. The figures are shown, but it takes ${ENOUGH_SITTINGS} before they say anything.`,
  };
}

function nearlyEveryoneRight(difficulty: number): Finding {
  return {
    code: "nearly-everyone-right",
    severity: "info",
    message: `Nearly everyone gets this right (${share(difficulty)}). Keep it if everyone must know it. It does not help to tell who is ready from who is not.`,
  };
}

function harderThanGuessing({ kind, difficulty, n, options }: QuestionQuality): Finding[] {
  if (!hasOneRightOption(kind) || options.length < 2 || difficulty === null) return [];
  const guessing = 1 / options.length;
  if (difficulty >= guessing) return [];
  const beyondChance = difficulty < guessing - BEYOND_CHANCE * Math.sqrt((guessing * (1 - guessing)) / n);
  return [
    {
      code: "harder-than-guessing",
      severity: beyondChance ? "serious" : "warning",
      message: `Only ${share(difficulty)} get this right; guessing would give ${share(guessing)}. Check that the right option is marked, that the wording does not mislead, and that the course teaches it.`,
    },
  ];
}

/** More of the strongest third chose one wrong option than chose the right one. */
function probablyWrongKey({ kind, options }: QuestionQuality): Finding[] {
  const right = options.filter((option) => option.correct);
  const rightTop = right[0]?.topThird ?? null;
  if (!hasOneRightOption(kind) || right.length !== 1 || rightTop === null) return [];
  const preferred = options
    .filter((option) => !option.correct && option.topThird !== null && option.topThird > rightTop + 1e-9)
    .sort((a, b) => b.topThird! - a.topThird!);
  const first = preferred[0];
  if (!first) return [];
  return [
    {
      code: "probably-wrong-key",
      severity: "serious",
      message: `Of the people who did best on the rest of the test, ${share(first.topThird!)} chose an option that is marked wrong, and ${share(rightTop)} the one marked right. The key is probably wrong, or both can be defended.`,
      optionIds: ids(preferred),
    },
  ];
}

function poorDiscrimination({ discrimination, n }: QuestionQuality): Finding[] {
  if (discrimination === null || discrimination >= WEAK_DISCRIMINATION) return [];
  if (discrimination < 0) {
    const beyondChance = discrimination < -BEYOND_CHANCE / Math.sqrt(n - 1);
    return [
      {
        code: "strong-people-get-it-wrong",
        severity: beyondChance ? "serious" : "warning",
        message: `People who did well on the rest got this wrong more often: check its key and its wording.${beyondChance ? "" : ` With ${n} answers this can still be chance.`}`,
      },
    ];
  }
  return [
    {
      code: "barely-tells-people-apart",
      severity: "warning",
      message:
        "People who did well on the rest hardly do better here than others. Check whether the wording is clear, and whether it asks for something the rest of the test does not.",
    },
  ];
}

function optionsNobodyChooses({ kind, options }: QuestionQuality): Finding[] {
  const unused = options.filter((option) => !option.correct && option.chosen === 0);
  if (unused.length === 0 || (kind !== "single" && kind !== "multiple")) return [];
  return [
    {
      code: "options-nobody-chooses",
      severity: "info",
      message:
        unused.length === 1
          ? "One wrong option has never been chosen. Replace it with a mistake that people really make, or leave it out."
          : `${unused.length} wrong options have never been chosen. Replace them with mistakes that people really make, or leave them out.`,
      optionIds: ids(unused),
    },
  ];
}

function tooShort(test: TestQuality): Finding[] {
  const { reliability, questionsPerPaper, questionsFor70 } = test;
  if (reliability === null || questionsPerPaper === null || reliability.value >= TRUSTED_RELIABILITY)
    return [];
  const have = Math.round(questionsPerPaper);
  if (questionsFor70 === null || questionsFor70 > questionsPerPaper * LONGEST_ADVICE) {
    return [
      {
        code: "questions-do-not-agree",
        severity: "serious",
        message: `The questions do not agree on who is ready (reliability ${reliabilityFigure(reliability.value)}; a pass or fail needs ${TRUSTED_RELIABILITY}). More questions of this kind would not help. Start with those that have findings, and see whether the test covers one subject.`,
      },
    ];
  }
  return [
    {
      code: "too-short-to-trust",
      severity: "warning",
      message: `With ${have} questions this test is too short to rest a pass or fail on one sitting (reliability ${reliabilityFigure(reliability.value)}; ${TRUSTED_RELIABILITY} is the usual minimum). About ${questionsFor70} questions like these would do. Mending the questions that have findings helps as well.`,
    },
  ];
}

function couldGoEitherWay({ nearPassMark, n, standardErrorPoints }: TestQuality): Finding[] {
  if (nearPassMark === null || nearPassMark.n === 0 || standardErrorPoints === null) return [];
  return [
    {
      code: "could-go-either-way",
      severity: nearPassMark.share > 0.2 ? "warning" : "info",
      message: `${nearPassMark.n} of ${n} sittings (${share(nearPassMark.share)}) ended within ${pointsInWords(standardErrorPoints)} of the pass mark. On another day they could have gone either way.`,
    },
  ];
}

function hasOneRightOption(kind: string): boolean {
  return kind === "single" || kind === "true-false";
}

function ids(options: readonly OptionChoice[]): string[] {
  return options.map((option) => option.optionId);
}

function share(value: number): string {
  return `${Math.round(value * 100)}%`;
}

/** Rounded down, so that 0.699 never shows as the 0.70 it did not reach. */
export function reliabilityFigure(value: number): string {
  return (Math.floor(value * 100 + 1e-9) / 100).toFixed(2).replace("-", "−");
}
