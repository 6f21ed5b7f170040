/** How well a test as a whole measures, from its submitted papers. */
import { mean, standardDeviation } from "./moments";
import { questionsNeeded, reliabilityOf, standardError, type Reliability } from "./reliability";
import { scoredItems, type SatPaper } from "./responses";

export interface TestQuality {
  /** Sittings. */
  readonly n: number;
  readonly mean: number | null;
  readonly standardDeviation: number | null;
  /** Scored questions in a paper, on average. */
  readonly questionsPerPaper: number | null;
  readonly reliability: Reliability | null;
  /** Which way the reliability was worked out, for people. */
  readonly method: string | null;
  /** As a share of the paper, like the score. */
  readonly standardError: number | null;
  readonly standardErrorPoints: number | null;
  readonly standardErrorInWords: string | null;
  readonly questionsFor70: number | null;
  readonly questionsFor80: number | null;
  /** Sittings within one standard error of the pass mark; they could go either way. */
  readonly nearPassMark: { readonly n: number; readonly share: number } | null;
}

const METHODS: Record<Reliability["method"], string> = {
  "kr-20": "Everyone had the same questions, each right or wrong: Kuder–Richardson formula 20.",
  alpha: "Everyone had the same questions: Cronbach’s alpha.",
  drawn:
    "Papers were drawn, so people had different questions. The figure is the agreement to expect between two papers drawn for the same person. It is worked out from questions that were asked together, and the luck of getting an easier paper counts against it.",
};

export function testQuality(papers: readonly SatPaper[], passMark: number): TestQuality {
  const scores = papers.map((paper) => paper.score);
  const sd = standardDeviation(scores);
  const lengths = papers.map((paper) => scoredItems(paper).length).filter((length) => length > 0);
  const perPaper = mean(lengths);
  const reliability = reliabilityOf(papers);
  const error = sd === null || reliability === null ? null : standardError(sd, reliability.value);
  const needed = (wanted: 0.7 | 0.8) =>
    reliability === null || perPaper === null ? null : questionsNeeded(reliability.value, perPaper, wanted);
  const points = error === null || perPaper === null ? null : error * perPaper;
  return {
    n: papers.length,
    mean: mean(scores),
    standardDeviation: sd,
    questionsPerPaper: perPaper,
    reliability,
    method: reliability && METHODS[reliability.method],
    standardError: error,
    standardErrorPoints: points,
    standardErrorInWords: points === null || perPaper === null ? null : errorInWords(points, perPaper),
    questionsFor70: needed(0.7),
    questionsFor80: needed(0.8),
    nearPassMark: error === null ? null : nearPassMark(scores, passMark, error),
  };
}

function nearPassMark(
  scores: readonly number[],
  passMark: number,
  error: number,
): { n: number; share: number } {
  // A score one error away in exact arithmetic must not fall out by a rounding error.
  const n = scores.filter((score) => Math.abs(score - passMark) <= error + 1e-9).length;
  return { n, share: n / scores.length };
}

function errorInWords(points: number, perPaper: number): string {
  return `On another day, with another paper of the same kind, about two people in three would land within ${pointsInWords(points)} of what they can do, out of ${Math.round(perPaper)}.`;
}

/** "1.2 points", "1.0 point" */
export function pointsInWords(points: number): string {
  const figure = points.toFixed(1);
  return `${figure} ${figure === "1.0" ? "point" : "points"}`;
}
