import { expect, it } from "vitest";
import { editedLesson } from "../../../../tests/setup/edited-lesson";
import { missingPages } from "./missing-pages";

const pages = new Map([["there", new Set(["first"])]]);
const messages = (body: string) =>
  missingPages(editedLesson("courses/a/01-b.mdx", "b", body), pages).map(
    ({ line, message }) => `${line} ${message}`,
  );

it("takes links to courses, lessons and other pages that are there", () => {
  expect(messages("[a](/courses/there), [b](/courses/there/first#x), [c](/certificates), [d](./c)")).toEqual(
    [],
  );
});

it("finds links to courses and lessons that are not, with their lines", () => {
  expect(messages("[a](/courses/gone)\n\n[b](/courses/there/gone)\n\n[c][d]\n\n[d]: /courses/away")).toEqual([
    '1 There is no course "gone" in this folder.',
    '3 The course "there" has no lesson "gone".',
    '7 There is no course "away" in this folder.',
  ]);
});
