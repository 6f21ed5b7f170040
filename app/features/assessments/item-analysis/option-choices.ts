/**
 * Who chooses which option: a wrong option earns its place when people who know less choose it (distractor analysis;
 * Crocker & Algina 1986, chapter 14). Strong and weak are the top and bottom third by the score of the rest of the paper,
 * so that choosing the right option here does not itself make a person strong.
 */
import { extremeGroups, groupMean } from "./extreme-groups";
import type { Meeting } from "./meetings";
import { mean } from "./moments";
import type { AskedQuestion } from "./responses";

export interface OptionChoice {
  readonly optionId: string;
  readonly correct: boolean;
  readonly chosen: number;
  /** Share of all who were asked, answered or not. */
  readonly share: number | null;
  readonly topThird: number | null;
  readonly bottomThird: number | null;
  /** Mean score of the rest of the paper of those who chose it. */
  readonly meanRest: number | null;
}

export function optionChoices(question: AskedQuestion, meetings: readonly Meeting[]): OptionChoice[] {
  if (question.correct === null) return [];
  const placed = meetings.flatMap(({ item, rest }) => (rest === null ? [] : { item, rest }));
  const thirds = extremeGroups(
    placed.map(({ rest }) => rest),
    1 / 3,
  );
  return question.options.map((optionId) => {
    const chose = meetings.map(({ item }) => (item.chosen?.includes(optionId) ? 1 : 0));
    const placedChose = placed.map(({ item }) => (item.chosen?.includes(optionId) ? 1 : 0));
    return {
      optionId,
      correct: question.correct!.includes(optionId),
      chosen: chose.filter((value) => value === 1).length,
      share: mean(chose),
      topThird: thirds && groupMean(placedChose, thirds.upper),
      bottomThird: thirds && groupMean(placedChose, thirds.lower),
      meanRest: mean(placed.filter((_, index) => placedChose[index] === 1).map(({ rest }) => rest)),
    };
  });
}
