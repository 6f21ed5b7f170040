import { expect, it } from "vitest";
import { unknownClauses, untestedClauses } from "./clause-cover";

const standards = [{ id: "iso-1:2020", numbers: ["4", "4.1", "4.1.2", "5", "5.1"] }];
const use = (clause: string) => ({ file: "courses/a/course.yaml", line: 7, clause });
const test = (slug: string, ...asked: string[]) => ({ slug, standard: "iso-1:2020", asked });
const messages = (...args: Parameters<typeof untestedClauses>) =>
  untestedClauses(...args).map(({ file, line, message }) => `${file}:${line} ${message}`);

it("takes clauses that are asked about themselves or below, by any of the tests", () => {
  const taught = [use("iso-1:2020/4"), use("iso-1:2020/4.1"), use("iso-1:2020/5.1"), use("other:2000/1")];
  const tests = [test("a", "iso-1:2020/4.1.2"), test("b", "iso-1:2020/5.1")];
  expect(messages(standards, tests, taught)).toEqual([]);
});

it("finds main clauses without a question, at the test that asks most", () => {
  expect(
    messages(standards, [test("a", "iso-1:2020/4"), test("b", "iso-1:2020/4", "iso-1:2020/4.1")], []),
  ).toEqual(["assessments/b/assessment.yaml:1 No test about iso-1:2020 has a question on its clause 5."]);
});

it("finds what a course teaches and no question asks, where it is named", () => {
  const tests = [test("a", "iso-1:2020/4", "iso-1:2020/5")];
  expect(messages(standards, tests, [use("iso-1:2020/4.1"), use("iso-1:2020/5")])).toEqual([
    "courses/a/course.yaml:7 It names iso-1:2020/4.1, on which no test about iso-1:2020 has a question.",
  ]);
});

it("finds a test that claims a standard and asks about none of it", () => {
  const tests = [test("a", "iso-1:2020/4", "iso-1:2020/5"), test("b", "other:2000/4")];
  expect(messages(standards, tests, [])).toEqual([
    "assessments/b/assessment.yaml:1 The test claims iso-1:2020, and none of its questions names a clause of it.",
  ]);
});

it("asks nothing of a standard that no test claims", () => {
  expect(messages(standards, [], [use("iso-1:2020/4.1")])).toEqual([]);
});

it("finds clauses that no standard has", () => {
  expect(
    unknownClauses(standards, [use("iso-1:2020/5.1"), use("iso-1:2020/5.9"), use("iso-2:2020/4")]),
  ).toMatchObject([{ message: /iso-1:2020\/5\.9/, line: 7 }, { message: /iso-2:2020\/4/ }]);
});
