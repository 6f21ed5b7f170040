import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { SubmitCheck } from "./submit-check";

const sections = [
  { title: "One", positions: [1, 2, 3], unanswered: [], inPart: [2], flagged: [] },
  { title: "Two", positions: [4, 5, 6], unanswered: [5, 6], inPart: [], flagged: [4] },
];
const places = (page: "section" | "question") =>
  [
    ...renderToStaticMarkup(<SubmitCheck sections={sections} page={page} busy={false} />).matchAll(
      /name="go"[^>]*value="([^"]*)"|value="([^"]*)"[^>]*name="go"/g,
    ),
  ].map(([, value, other]) => value ?? other);

it("leads to sections where a page shows one, and to the questions themselves where it shows those", () => {
  expect(places("section")).toEqual(["2", "1-2", "2-4", "2"]);
  expect(places("question")).toEqual(["5", "2", "4", "5"]);
});
