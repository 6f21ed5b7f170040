import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { QuestionBody, QuestionKey } from "./question";
import { TypedReview } from "./response-review";
import { reviewQuestion } from "./review-question";

const body = { kind: "short-text", prompt: "Which day?", options: [] } as unknown as QuestionBody;
const key: QuestionKey = {
  kind: "short-text",
  accepted: [
    { text: "Monday*", credit: 1 },
    { text: "1 * week", credit: 1 },
    { text: "weekday", credit: 0.5 },
    { text: "colo*r day", credit: 1 },
    { text: "the first", credit: 1 },
  ],
  matchCase: false,
  explanation: "",
};
const review = (text: string | null) =>
  reviewQuestion({
    position: 1,
    section: 0,
    clause: null,
    served: [],
    answer: text === null ? null : { text },
    points: 0,
    body,
    key,
  }).typed!;

it("tells what is right from what is right in part, and begins with what fits the answer", () => {
  expect(review("The First")).toEqual({
    given: "The First",
    right: ["the first", "Monday*", "1 * week", "colo*r day"],
    partly: ["weekday"],
  });
  expect(review(null)).toMatchObject({
    given: null,
    right: ["Monday*", "1 * week", "colo*r day", "the first"],
  });
});

it("shows dots where any text may stand, spaces as they are, and all of it", () => {
  const words = renderToStaticMarkup(<TypedReview typed={review("weekday")} />)
    .replace(/<[^>]+>/g, "|")
    .split(/\|+/)
    .filter(Boolean);
  expect(words).toEqual([
    ...["Given", "weekday"],
    ...["Right", "Monday…", "1 … week", "colo…r day", "1 more", "the first"],
    ...["Right in part", "weekday"],
  ]);
});
