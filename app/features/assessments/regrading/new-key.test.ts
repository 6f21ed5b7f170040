import { describe, expect, it } from "vitest";
import type { QuestionBody, QuestionKey } from "../questions/question";
import { shareFor } from "../scoring/score-attempt";
import { newKeyFrom } from "./new-key";

const options = ["a", "b", "c"].map((id) => ({ id, html: id }));
const body = (more: Partial<QuestionBody>): QuestionBody => ({
  kind: "single",
  prompt: "",
  options,
  ...more,
});
const explanation = "";

describe("newKeyFrom", () => {
  it("lets several options of a single choice be right", () => {
    const key: QuestionKey = {
      kind: "single",
      correct: ["a"],
      why: {},
      explanation,
      credit: "by-option",
      credits: { a: 1, b: 0.5, c: 0 },
    };
    const next = newKeyFrom(body({}), key, { right: ["a", "c", "unknown"] });
    expect(["a", "b", "c"].map((id) => shareFor(next, { chosen: [id] }))).toEqual([1, 0, 1]);
  });

  it("takes another number, with a comma as well", () => {
    const key: QuestionKey = { kind: "numeric", value: 1, tolerance: 0, explanation };
    const next = newKeyFrom(body({ kind: "numeric" }), key, { value: "12,5", tolerance: "0.5" });
    expect(next).toMatchObject({ value: 12.5, tolerance: 0.5 });
    expect(() => newKeyFrom(body({}), key, { value: "many" })).toThrow(/number/);
    expect(() => newKeyFrom(body({}), key, { value: "41,160" })).toThrow(/Write 41160 if/);
    expect(() => newKeyFrom(body({}), key, { value: "1", tolerance: "1.000" })).toThrow(/Write 1000 if/);
    expect(() => newKeyFrom(body({}), key, { value: "1", tolerance: "-1" })).toThrow(/far off/);
  });

  it("takes another order, with each place once", () => {
    const key: QuestionKey = { kind: "ordering", order: ["a", "b", "c"], explanation };
    const places = { a: "3", b: "1", c: "2" };
    expect(newKeyFrom(body({}), key, { places })).toMatchObject({ order: ["b", "c", "a"] });
    expect(() => newKeyFrom(body({}), key, { places: { ...places, c: "1" } })).toThrow(/each number once/);
  });

  it("takes other pairs, of options that there are", () => {
    const key: QuestionKey = { kind: "matching", pairs: { s: "a", t: "b" }, explanation };
    const stems = ["s", "t"].map((id) => ({ id, html: id }));
    const question = body({ kind: "matching", stems });
    expect(newKeyFrom(question, key, { pairs: { s: "b", t: "b" } })).toMatchObject({
      pairs: { s: "b", t: "b" },
    });
    expect(() => newKeyFrom(question, key, { pairs: { s: "b", t: "z" } })).toThrow(/every line/);
  });

  it("adds answers to those that are accepted, and takes none away", () => {
    const key: QuestionKey = {
      kind: "short-text",
      accepted: [
        { text: "litre", credit: 1 },
        { text: "l", credit: 0.5 },
      ],
      matchCase: false,
      explanation,
    };
    const next = newKeyFrom(body({ kind: "short-text" }), key, { accept: " liter \r\n\nl\n" });
    expect(["litre", "liter", "l", "gallon"].map((text) => shareFor(next, { text }))).toEqual([1, 1, 1, 0]);
    expect(() => newKeyFrom(body({ kind: "short-text" }), key, { accept: "pint\n **" })).toThrow(
      /full credit/,
    );
  });

  it("takes other areas, and refuses none", () => {
    const key: QuestionKey = {
      kind: "hotspot",
      areas: { x: { rect: [0, 0, 10, 10] }, y: { rect: [20, 20, 10, 10] } },
      correct: ["x"],
      why: {},
      explanation,
    };
    expect(newKeyFrom(body({}), key, { right: ["y"] })).toMatchObject({ correct: ["y"] });
    expect(() => newKeyFrom(body({}), key, { right: [] })).toThrow(/at least one area/);
  });

  it("has nothing for what people mark", () => {
    const key: QuestionKey = { kind: "free-response", rubric: [], explanation };
    expect(() => newKeyFrom(body({ kind: "free-response" }), key, {})).toThrow(/marked by people/);
  });
});
