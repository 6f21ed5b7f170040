/** Clauses that a test claims and does not ask about, and clauses that no standard has. Pure. */
import type { ContentFinding } from "~/platform/content-finding";

export interface KnownStandard {
  /** Such as iso-9001:2015. */
  readonly id: string;
  readonly numbers: readonly string[];
}

/** Something that names clauses, and where to show it. */
export interface ClauseUse {
  readonly file: string;
  readonly line: number;
  /** Such as iso-9001:2015/7.2. */
  readonly clause: string;
}

export interface ClaimingTest {
  readonly slug: string;
  readonly standard: string;
  /** Of all questions that it may draw. */
  readonly asked: readonly string[];
}

/**
 * Tests that claim a standard ask about each of its main clauses between them, and about every clause that a course
 * says it teaches. A question on a clause also counts for those above it: 7.1.5 for 7.1 and 7.
 */
export function untestedClauses(
  standards: readonly KnownStandard[],
  tests: readonly ClaimingTest[],
  taught: readonly ClauseUse[],
): ContentFinding[] {
  return standards.flatMap(({ id, numbers }) => {
    const claiming = tests.filter(({ standard }) => standard === id);
    const broadest = claiming.reduce<ClaimingTest | null>(
      (most, test) => (most && most.asked.length >= test.asked.length ? most : test),
      null,
    );
    if (!broadest) return [];
    const asked = claiming.flatMap((test) => test.asked);
    const main = numbers.filter((number) => !number.includes(".") && !isAsked(`${id}/${number}`, asked));
    const untested = taught.filter(({ clause }) => clause.startsWith(`${id}/`) && !isAsked(clause, asked));
    const names = claiming.map(({ slug }) => slug).join(" or ");
    return [
      ...claiming
        .filter((test) => !test.asked.some((clause) => clause.startsWith(`${id}/`)))
        .map((test) => ({
          ...headOf(test),
          message: `The test claims ${id}, and none of its questions names a clause of it.`,
          advice: "Give the questions their clauses, or leave out the standard.",
        })),
      ...main.map((number) => ({
        ...headOf(broadest),
        message: `No test about ${id} has a question on its clause ${number}.`,
        advice: `Add one to ${names}, or leave out the standard.`,
      })),
      ...untested.map(({ clause, file, line }) => ({
        file,
        line,
        message: `It names ${clause}, on which no test about ${id} has a question.`,
        advice: `Add one to ${names}, or leave the clause out.`,
      })),
    ];
  });
}

function headOf({ slug }: ClaimingTest): Pick<ContentFinding, "file" | "line"> {
  return { file: `assessments/${slug}/assessment.yaml`, line: 1 };
}

function isAsked(clause: string, asked: readonly string[]): boolean {
  return asked.some((each) => each === clause || each.startsWith(`${clause}.`));
}

export function unknownClauses(
  standards: readonly KnownStandard[],
  uses: readonly ClauseUse[],
): ContentFinding[] {
  const known = new Set(standards.flatMap(({ id, numbers }) => numbers.map((number) => `${id}/${number}`)));
  return uses
    .filter(({ clause }) => !known.has(clause))
    .map(({ file, line, clause }) => ({
      file,
      line,
      message: `There is no clause ${clause} in content/standards.`,
      advice: "Use a clause of a standard that is there, or add it to its file.",
    }));
}
