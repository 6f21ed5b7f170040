/** Draws one person's paper from a blueprint. Pure: the same blueprint, history and random bytes give the same paper. */
import { Conflict } from "~/platform/errors";
import type { Blueprint, BlueprintQuestion, BlueprintSection } from "./blueprint";
import { randomFrom, shuffled, type Random } from "./shuffle";

export interface DrawnItem {
  readonly position: number;
  readonly section: number;
  readonly questionVersionId: string;
  /** Option ids in the order they are shown. */
  readonly served: readonly string[];
}

export interface DrawInput {
  readonly blueprint: Pick<Blueprint, "slug" | "sections" | "questions" | "shuffle">;
  /** Ids of the questions this person has had in earlier attempts; they come only after all others. */
  readonly seen: ReadonlySet<string>;
  /** Question versions that are drawn no more. */
  readonly withdrawn?: ReadonlySet<string>;
  readonly randomBytes: Uint8Array;
}

/** What is drawn as one: a question, or all of a case in their order. */
type Unit = readonly BlueprintQuestion[];

/** @throws Conflict when a section asks for more questions than the bank holds for it */
export function drawPaper({ blueprint, seen, withdrawn, randomBytes }: DrawInput): DrawnItem[] {
  const random = randomFrom(randomBytes);
  const inOrder = blueprint.shuffle?.questions === false;
  const questions = blueprint.questions.filter(({ version }) => !withdrawn?.has(version));
  const drawn = new Map<number, BlueprintQuestion[]>();
  const taken = new Set<string>();
  for (const index of scarcestFirst(blueprint, questions)) {
    const section = blueprint.sections[index]!;
    const units = unitsOf(
      candidates(blueprint, section, questions).filter((question) => !taken.has(keyOf(question))),
    );
    const isSeen = (unit: Unit) => unit.some((question) => seen.has(question.questionId));
    const ranked = [
      ...shuffled(
        units.filter((unit) => !isSeen(unit)),
        random,
      ),
      ...shuffled(units.filter(isSeen), random),
    ];
    const picked = firstThatFill(ranked, section.draw);
    if (!picked) throw tooSmall(section, units.flat().length);
    picked.flat().forEach((question) => taken.add(keyOf(question)));
    const ordered = inOrder ? units.filter((unit) => picked.includes(unit)) : shuffled(picked, random);
    drawn.set(index, ordered.flat());
  }
  return blueprint.sections
    .flatMap((_, section) => drawn.get(section)!.map((question) => ({ section, question })))
    .map(({ section, question }, index) => ({
      position: index + 1,
      section,
      questionVersionId: question.version,
      served: servedOrder(question, blueprint.shuffle?.options === false, random),
    }));
}

/** Questions of a section: those under one of its clauses (7 covers 7.1.5, not 70) or with one of its topics. */
export function candidates(
  { slug }: DrawInput["blueprint"],
  { banks = [slug], clauses, topics, difficulty }: BlueprintSection,
  questions: readonly BlueprintQuestion[],
): BlueprintQuestion[] {
  const all = clauses.length + topics.length === 0;
  return questions.filter((question) => {
    const { bank = slug, clause, topic, tags = [], difficulty: how } = question;
    if (!banks.includes(bank)) return false;
    if (difficulty && (how === undefined || !difficulty.includes(how))) return false;
    return (
      all ||
      clauses.some((prefix) => clause === prefix || clause?.startsWith(`${prefix}.`)) ||
      topics.some((wanted) => wanted === topic || tags.includes(wanted))
    );
  });
}

function unitsOf(questions: readonly BlueprintQuestion[]): Unit[] {
  const units = new Map<string, BlueprintQuestion[]>();
  for (const question of questions) {
    const key =
      question.case === undefined ? keyOf(question) : `${question.bank ?? ""} case ${question.case}`;
    units.set(key, [...(units.get(key) ?? []), question]);
  }
  return [...units.values()];
}

function keyOf({ bank, questionId }: BlueprintQuestion): string {
  return `${bank ?? ""} ${questionId}`;
}

/**
 * The first units, as they are ranked, whose questions add up to what is wanted: each is taken if the rest can still be
 * filled by those after it.
 */
function firstThatFill(units: readonly Unit[], wanted: number): Unit[] | null {
  const fills = fillable(units, wanted);
  if (!fills[0]![wanted]) return null;
  const picked: Unit[] = [];
  let left = wanted;
  units.forEach((unit, index) => {
    if (unit.length > left || !fills[index + 1]![left - unit.length]) return;
    picked.push(unit);
    left -= unit.length;
  });
  return picked;
}

/** fills[i][n]: some of the units from i on have n questions together. */
function fillable(units: readonly Unit[], wanted: number): boolean[][] {
  const fills: boolean[][] = [];
  fills[units.length] = Array.from({ length: wanted + 1 }, (_, n) => n === 0);
  for (let index = units.length - 1; index >= 0; index--) {
    const [size, after] = [units[index]!.length, fills[index + 1]!];
    fills[index] = after.map((without, n) => without || (n >= size && after[n - size]!));
  }
  return fills;
}

/** Where sections overlap, the one with the least to spare chooses first. */
function scarcestFirst(blueprint: DrawInput["blueprint"], questions: readonly BlueprintQuestion[]): number[] {
  const spare = blueprint.sections.map(
    (section) => candidates(blueprint, section, questions).length - section.draw,
  );
  return blueprint.sections.map((_, index) => index).sort((a, b) => spare[a]! - spare[b]! || a - b);
}

function servedOrder(question: BlueprintQuestion, asWritten: boolean, random: Random): string[] {
  const fixed = question.kind === "true-false" || (asWritten && question.kind !== "ordering");
  return fixed ? [...question.options] : shuffled(question.options, random);
}

function tooSmall(section: BlueprintSection, found: number): Conflict {
  return new Conflict(
    "bank-too-small",
    `The section “${section.title}” draws ${section.draw} questions, but its bank holds ${found}.`,
  );
}
