/** A test as its author writes it: what a draft holds may be incomplete; what is published is an assessment's source. */
import { z } from "zod";
import type { AssessmentSource } from "../blueprints/assessment-source";
import type { RowGroup } from "./typed-form";

/** In the shape of an assessment's source, as far as it is filled in. */
export type TestSource = Partial<AssessmentSource>;

const line = (missing: string, most: number) =>
  z.string({ error: missing }).trim().min(1, missing).max(most, `Use at most ${most} characters.`);

export const newTest = z.object({
  title: line("Give the test a title.", 120),
  summary: line("Say in one or two sentences what the test is about.", 600),
});
export type NewTest = z.output<typeof newTest>;

export const sectionRows: RowGroup = {
  name: "sections",
  least: 1,
  most: 50,
  filled: ["title", "clauses", "topics", "draw"],
};

export function settingsAddress(slug: string): string {
  return `/test-office/tests/${slug}/settings`;
}

export const NEW_TEST = "/test-office/tests/new";
