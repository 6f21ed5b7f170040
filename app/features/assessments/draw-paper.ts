/** Draws one person's paper from a blueprint. Pure: the same blueprint, history and random bytes give the same paper. */
import type { Blueprint, BlueprintQuestion, BlueprintSection } from "./blueprint";
import { Conflict } from "~/platform/errors";
import { randomFrom, shuffled, type Random } from "./shuffle";

export interface DrawnItem {
  readonly position: number;
  readonly section: number;
  readonly questionVersionId: string;
  /** Option ids in the order they are shown. */
  readonly served: readonly string[];
}

export interface DrawInput {
  readonly blueprint: Pick<Blueprint, "sections" | "questions">;
  /** Ids of the questions this person has had in earlier attempts; they come only after all others. */
  readonly seen: ReadonlySet<string>;
  readonly randomBytes: Uint8Array;
}

/** @throws Conflict when a section asks for more questions than the bank holds for it */
export function drawPaper({ blueprint, seen, randomBytes }: DrawInput): DrawnItem[] {
  const random = randomFrom(randomBytes);
  const drawn = new Map<number, BlueprintQuestion[]>();
  const taken = new Set<string>();
  for (const index of scarcestFirst(blueprint)) {
    const section = blueprint.sections[index]!;
    const free = candidates(section, blueprint.questions).filter(
      (question) => !taken.has(question.questionId),
    );
    if (free.length < section.draw) throw tooSmall(section, free.length);
    const unseen = free.filter((question) => !seen.has(question.questionId));
    const known = free.filter((question) => seen.has(question.questionId));
    const picked = [...shuffled(unseen, random), ...shuffled(known, random)].slice(0, section.draw);
    picked.forEach((question) => taken.add(question.questionId));
    drawn.set(index, shuffled(picked, random));
  }
  return blueprint.sections
    .flatMap((_, section) => drawn.get(section)!.map((question) => ({ section, question })))
    .map(({ section, question }, index) => ({
      position: index + 1,
      section,
      questionVersionId: question.version,
      served: servedOrder(question, random),
    }));
}

/** Questions of a section: those under one of its clauses (7 covers 7.1.5, not 70) or with one of its topics. */
function candidates(section: BlueprintSection, questions: readonly BlueprintQuestion[]): BlueprintQuestion[] {
  return questions.filter(
    (question) =>
      section.clauses.some(
        (prefix) => question.clause === prefix || question.clause?.startsWith(`${prefix}.`),
      ) ||
      (question.topic !== null && section.topics.includes(question.topic)),
  );
}

/** Where sections overlap, the one with the least to spare chooses first. */
function scarcestFirst({ sections, questions }: DrawInput["blueprint"]): number[] {
  const spare = sections.map((section) => candidates(section, questions).length - section.draw);
  return sections.map((_, index) => index).sort((a, b) => spare[a]! - spare[b]! || a - b);
}

function servedOrder(question: BlueprintQuestion, random: Random): string[] {
  return question.kind === "true-false" ? [...question.options] : shuffled(question.options, random);
}

function tooSmall(section: BlueprintSection, found: number): Conflict {
  return new Conflict(
    "bank-too-small",
    `The section “${section.title}” draws ${section.draw} questions, but its bank holds ${found}.`,
  );
}
