/** From what people gave by a rubric to the share that counts. Pure. */
import type { QuestionBody } from "../questions/question";

/** One person's marks for one question. */
export interface QuestionMark {
  /** Points by criterion. */
  readonly points: Readonly<Record<string, number>>;
  readonly comment: string;
}

/** By position. */
export type Marks = Readonly<Record<string, QuestionMark>>;

/** Two people who are no further apart than this share agree: their mean counts. */
export const AGREEMENT = 0.1;
const ROUNDING = 1e-9;

export function shareOfRubric(criteria: QuestionBody["criteria"], { points }: QuestionMark): number {
  const most = (criteria ?? []).reduce((sum, criterion) => sum + criterion.points, 0);
  const given = (criteria ?? []).reduce((sum, { id }) => sum + (points[id] ?? 0), 0);
  return most === 0 ? 0 : Math.min(1, Math.max(0, given / most));
}

/**
 * @param shares what the first, the second and the deciding marker gave, as far as they have
 * @param markers how many have to mark
 * @returns null while somebody has yet to mark. One marker's share counts as it is; of two the mean, if they agree;
 * if they do not, what a third gives.
 */
export function agreedShare(shares: readonly number[], markers: 1 | 2): number | null {
  const [first, second, deciding] = shares;
  if (first === undefined) return null;
  if (markers === 1 && second === undefined) return first;
  if (second === undefined) return null;
  if (Math.abs(first - second) <= AGREEMENT + ROUNDING) return (first + second) / 2;
  return deciding ?? null;
}

/** Who marks next: 1 first, 2 second, 3 deciding; null when nobody has to. @param perQuestion shares by question */
export function nextMarker(perQuestion: readonly (readonly number[])[], markers: 1 | 2): 1 | 2 | 3 | null {
  const open = perQuestion.filter((shares) => agreedShare(shares, markers) === null);
  if (open.length === 0) return null;
  return Math.min(3, Math.max(...open.map((shares) => shares.length)) + 1) as 1 | 2 | 3;
}

/** What counts of a question's marks. */
export interface CountingMark {
  /** Points by criterion; of two who agree, their mean. */
  readonly points: Readonly<Record<string, number>>;
  readonly comments: readonly string[];
}

/**
 * @param given what the first, the second and the deciding marker gave, as far as they have
 * @returns null when nobody has marked it. While others have yet to mark, the result that stands is by the first alone.
 */
export function countingMarks(
  criteria: QuestionBody["criteria"],
  given: readonly QuestionMark[],
  markers: 1 | 2,
): CountingMark | null {
  const [first, second, deciding] = given;
  if (!first) return null;
  const share = agreedShare(
    given.slice(0, 2).map((mark) => shareOfRubric(criteria, mark)),
    markers,
  );
  const counting = !second ? [first] : share !== null ? [first, second] : [deciding ?? first];
  const mean = (id: string) =>
    counting.reduce((sum, { points }) => sum + (points[id] ?? 0), 0) / counting.length;
  return {
    points: Object.fromEntries((criteria ?? []).map(({ id }) => [id, mean(id)])),
    comments: counting.map(({ comment }) => comment).filter((comment) => comment !== ""),
  };
}
