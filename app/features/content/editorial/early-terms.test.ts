import { expect, it } from "vitest";
import { editedLesson } from "../../../../tests/setup/edited-lesson";
import { earlyTerms } from "./early-terms";

const lessons = (...bodies: string[]) =>
  bodies.map((body, index) =>
    editedLesson(`courses/a/0${index + 1}-l${index + 1}.mdx`, `l${index + 1}`, body),
  );
const places = (...bodies: string[]) =>
  earlyTerms(lessons(...bodies)).map(({ file, line }) => `${file}:${line}`);
const defined = (term: string) => `<Definition term="${term}">\n\nWhat it is.\n\n</Definition>`;

it("finds a term of two words in a lesson before the one that defines it, once", () => {
  expect(places("Text\n\nThe deal  plan is due. A deal plan.", "A deal plan.", defined("Deal plan"))).toEqual(
    ["courses/a/01-l1.mdx:3"],
  );
  expect(places("## Deal plan", defined("Deal plan"))).toEqual(["courses/a/01-l1.mdx:1"]);
  expect(places("| Deal plan |\n| --- |\n| x |", defined("Deal plan"))).toEqual(["courses/a/01-l1.mdx:1"]);
});

it("finds an acronym, and leaves single words alone that have an everyday sense", () => {
  expect(places("The ROI.", defined("ROI"))).toHaveLength(1);
  expect(places("A quote is a quote.", defined("Quote"))).toEqual([]);
});

it("takes a term after its definition, within its own lesson, and as part of another word", () => {
  expect(places(defined("Deal plan"), "A deal plan.")).toEqual([]);
  expect(places(defined("Deal plan"), `A deal plan.\n\n${defined("deal plan")}`)).toEqual([]);
  expect(places(`A deal plan.\n\n${defined("Deal plan")}`)).toEqual([]);
  expect(places("An ideal planner's ideal plans.", defined("Deal plan"))).toEqual([]);
});

it("takes a first use that is set off, where it is introduced", () => {
  expect(places("The **deal plan** says who does what.", defined("Deal plan"))).toEqual([]);
  expect(places("A deal plan is *not* enough.", defined("Deal plan"))).toHaveLength(1);
});

it("takes a first use that leads to the lesson with the definition", () => {
  expect(places("A [deal plan](./l2). Later:\n\nThe deal plan.", defined("Deal plan"))).toEqual([]);
  expect(places("A deal plan.\n\nSee the [deal plan](./l2).", defined("Deal plan"))).toHaveLength(1);
});
