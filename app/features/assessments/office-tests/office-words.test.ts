import { describe, expect, it } from "vitest";
import { promptText } from "../questions/prompt-text";
import { figure, time } from "./figure-words";
import { questionAddress, questionNamed } from "./question-address";
import { secondsOf } from "./read-papers.server";
import { scoreBins } from "./score-bins";
import { readSort, sortQuestions } from "./sort-questions";

it("names a question by its id, and by its bank where that is another one", () => {
  const [own, other] = [
    { bankId: "safety", questionId: "q-1" },
    { bankId: "quality", questionId: "q-1" },
  ];
  expect([own, other].map((name) => questionAddress("safety", name))).toEqual(["q-1", "quality.q-1"]);
  for (const name of [own, other])
    expect(questionNamed("safety", questionAddress("safety", name))).toEqual(name);
});

it("puts scores into tenths, a limit into the upper one and a full score into the last", () => {
  expect(scoreBins([0, 0.09, 0.1, 0.7, 0.99, 1])).toEqual([2, 1, 0, 0, 0, 0, 0, 1, 0, 2]);
});

it("takes the time for a question from the answer before it, whatever its place", () => {
  const at = (second: number) => new Date(second * 1000);
  const items = [
    { position: 1, answeredAt: at(90) },
    { position: 2, answeredAt: at(30) },
    { position: 3, answeredAt: null },
  ];
  expect([...secondsOf(at(10), items)]).toEqual([
    [2, 20],
    [1, 60],
  ]);
});

it("sorts by a figure both ways, with what has none last", () => {
  const questions = [0.5, null, 0.1].map((difficulty) => ({ difficulty, discrimination: null }));
  const order = (sort: string) =>
    sortQuestions(questions, readSort(sort)).map(({ difficulty }) => difficulty);
  expect(order("difficulty")).toEqual([0.1, 0.5, null]);
  expect(order("-difficulty")).toEqual([0.5, 0.1, null]);
  expect(order("anything")).toEqual([0.5, null, 0.1]);
});

describe("words", () => {
  it("are taken from a prompt's HTML", () => {
    expect(promptText("<p>Is 3 &lt; 4 <em>here</em>, &amp; why?</p><ul><li>One</li></ul>")).toBe(
      "Is 3 < 4 here, & why? One",
    );
    expect(promptText("<p>A long prompt</p>", 7)).toBe("A long…");
  });

  it("are made of figures", () => {
    expect([figure(-0.256), figure(null), time(89), time(600)]).toEqual(["−0.26", "–", "89 s", "10 min"]);
  });
});
