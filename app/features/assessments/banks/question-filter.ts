import { DIFFICULTIES, QUESTION_KINDS, type Difficulty, type QuestionKind } from "../questions/question";

export interface QuestionFilter {
  readonly kind: QuestionKind | "";
  /** A topic, a tag or a clause. */
  readonly topic: string;
  readonly difficulty: Difficulty | "";
  readonly text: string;
  readonly state: "in-use" | "withdrawn" | "all";
  /** The id of the last question of the page before; empty for the first page. */
  readonly after: string;
}

/** From an address; anything unknown there counts as not given. */
export function readQuestionFilter(params: URLSearchParams): QuestionFilter {
  const given = (key: string) => (params.get(key) ?? "").trim().slice(0, 200);
  return {
    kind: QUESTION_KINDS.find((kind) => kind === given("kind")) ?? "",
    topic: given("topic"),
    difficulty: DIFFICULTIES.find((difficulty) => difficulty === given("difficulty")) ?? "",
    text: given("text"),
    state: given("state") === "withdrawn" ? "withdrawn" : given("state") === "all" ? "all" : "in-use",
    after: given("after"),
  };
}

export function filterAddress(bank: string, filter: QuestionFilter, change: Partial<QuestionFilter>): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries({ ...filter, ...change }))
    if (value && value !== "in-use") params.set(key, String(value));
  const query = params.toString();
  return `/test-office/banks/${bank}${query ? `?${query}` : ""}`;
}
