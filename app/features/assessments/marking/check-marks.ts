/** Holds marks against the rubric. Pure. */
import { Invalid } from "~/platform/errors";
import type { JudgedItem } from "../scoring/judge-attempt.server";
import { rubricOf } from "./markable";
import type { Marks, QuestionMark } from "./marking-rules";

export const LONGEST_COMMENT = 4_000;

/** As they come from a form: points by position and criterion, comments by position. */
export interface GivenMarks {
  readonly points: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly comments: Readonly<Record<string, string>>;
}

/**
 * @returns the marks for exactly these questions
 * @throws Invalid with each field that has no level of the rubric, or a comment that is too long
 */
export function checkMarks(items: readonly JudgedItem[], given: GivenMarks): Marks {
  const wrong: Record<string, string[]> = {};
  const marks: Record<string, QuestionMark> = {};
  for (const item of items) {
    const points: Record<string, number> = {};
    for (const [index, { id, levels }] of (rubricOf(item)?.rubric ?? []).entries()) {
      const value = given.points[item.position]?.[id];
      const field = `points.${item.position}.${id}`;
      if (value === undefined)
        wrong[field] = [`Question ${item.position}, criterion ${index + 1}: choose a level.`];
      else if (!levels.some((level) => level.points === value))
        wrong[field] = [`Question ${item.position}, criterion ${index + 1}: choose one of the levels shown.`];
      else points[id] = value;
    }
    const comment = (given.comments[item.position] ?? "").replace(/\r\n?/g, "\n").trim();
    if (comment.length > LONGEST_COMMENT)
      wrong[`comment.${item.position}`] = [
        `Question ${item.position}: keep the comment under ${LONGEST_COMMENT.toLocaleString("en")} characters.`,
      ];
    marks[item.position] = { points, comment };
  }
  const asked = new Set(items.map(({ position }) => String(position)));
  for (const position of Object.keys(given.points))
    if (!asked.has(position))
      wrong[`points.${position}`] = [
        "This question does not wait for a mark. Reload the page, and mark what it shows.",
      ];
  if (Object.keys(wrong).length > 0)
    throw new Invalid("marks", "Some marks are missing or not of the rubric. Nothing was saved yet.", wrong);
  return marks;
}
