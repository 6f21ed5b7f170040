/** The order of questions in the analysis of a test. Pure. */
const SORTS = ["difficulty", "-difficulty", "discrimination", "-discrimination"] as const;
export type QuestionSort = (typeof SORTS)[number] | null;

interface Sortable {
  readonly difficulty: number | null;
  readonly discrimination: number | null;
}

export function readSort(given: string | null): QuestionSort {
  return SORTS.find((known) => known === given) ?? null;
}

/** What has no figure comes last, whichever way. */
export function sortQuestions<Q extends Sortable>(questions: readonly Q[], sort: QuestionSort): Q[] {
  if (sort === null) return [...questions];
  const [figure, down] = sort.startsWith("-") ? [sort.slice(1), -1] : [sort, 1];
  const of = (question: Q) => question[figure as keyof Sortable];
  return [...questions].sort((a, b) => {
    const [first, second] = [of(a), of(b)];
    if (first === null || second === null) return Number(first === null) - Number(second === null);
    return (first - second) * down;
  });
}
