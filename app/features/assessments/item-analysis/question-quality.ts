/**
 * How one question does its work, from all papers it was in.
 *
 * - difficulty: the mean share of its points (the p-value of a question scored 0 or 1; Crocker & Algina 1986, chapter 14).
 * - discrimination: the correlation of its share with the score of the rest of the paper. Without the question itself,
 *   because that would correlate with itself (Henrysson 1963, "Correction of item-total correlations in item analysis",
 *   Psychometrika 28). Drawn papers differ in difficulty, which draws this figure towards 0, never away from it.
 * - upper-lower index: mean share of the best 27 % of papers less that of the weakest 27 % (Kelley 1939, "The selection
 *   of upper and lower groups for the validation of test items", Journal of Educational Psychology 30). By tradition it
 *   groups by the whole score, this question included.
 */
import { extremeGroups, groupMean } from "./extreme-groups";
import type { Meeting } from "./meetings";
import { correlation, mean, quartiles, standardDeviation, type Quartiles } from "./moments";
import { optionChoices, type OptionChoice } from "./option-choices";
import type { AskedQuestion } from "./responses";

export interface QuestionQuality {
  readonly questionId: string;
  readonly kind: string;
  /** In how many papers it was. */
  readonly asked: number;
  /** In how many of them it is scored; all figures on points rest on these. */
  readonly n: number;
  /** Which versions were asked, and how often. Figures of several versions are mixed figures. */
  readonly versions: readonly { readonly versionId: string; readonly asked: number }[];
  readonly difficulty: number | null;
  readonly standardDeviation: number | null;
  readonly discrimination: number | null;
  readonly upperLower: number | null;
  /** Empty for kinds without options. */
  readonly options: readonly OptionChoice[];
  readonly unanswered: number | null;
  readonly seconds: Quartiles | null;
}

export const UPPER_LOWER_FRACTION = 0.27;

export function questionQuality(question: AskedQuestion, meetings: readonly Meeting[]): QuestionQuality {
  const shares = meetings.flatMap(({ item }) => item.share ?? []);
  const seconds = meetings.flatMap(({ item }) => item.seconds ?? []);
  return {
    questionId: question.questionId,
    kind: question.kind,
    asked: meetings.length,
    n: shares.length,
    versions: versionsAsked(meetings),
    difficulty: mean(shares),
    standardDeviation: standardDeviation(shares),
    discrimination: itemRestCorrelation(meetings),
    upperLower: upperLowerIndex(meetings),
    options: optionChoices(question, meetings),
    unanswered: mean(meetings.map(({ item }) => (item.answered ? 0 : 1))),
    seconds: quartiles(seconds.filter((value) => Number.isFinite(value) && value >= 0)),
  };
}

/** Corrected point-biserial; the name holds for partial credit too. */
export function itemRestCorrelation(meetings: readonly Meeting[]): number | null {
  const pairs = meetings.flatMap(({ item, rest }) =>
    item.share === null || rest === null ? [] : [{ share: item.share, rest }],
  );
  return correlation(
    pairs.map(({ share }) => share),
    pairs.map(({ rest }) => rest),
  );
}

export function upperLowerIndex(
  meetings: readonly Meeting[],
  fraction: number = UPPER_LOWER_FRACTION,
): number | null {
  const scored = meetings.flatMap(({ item, score }) =>
    item.share === null ? [] : { share: item.share, score },
  );
  const groups = extremeGroups(
    scored.map(({ score }) => score),
    fraction,
  );
  if (!groups) return null;
  const shares = scored.map(({ share }) => share);
  return groupMean(shares, groups.upper) - groupMean(shares, groups.lower);
}

function versionsAsked(meetings: readonly Meeting[]): QuestionQuality["versions"] {
  const asked = new Map<string, number>();
  for (const { item } of meetings) asked.set(item.versionId, (asked.get(item.versionId) ?? 0) + 1);
  return [...asked].map(([versionId, count]) => ({ versionId, asked: count }));
}
