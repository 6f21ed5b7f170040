import type { ContentFinding } from "~/platform/content-finding";
import { exactMinutes, lessonText } from "../lesson-text";
import type { EditedLesson } from "./edited-course";

/**
 * What is stated may differ from 200 words a minute by this share, which is from 154 to 286 words a minute. Most adults
 * read between 175 and 300 (Brysbaert 2019, "How many words do we read per minute?").
 */
const BAND = 0.3;
/** Whole minutes are stated, so a short lesson is easily one off. */
const ROUNDING = 1;

export function readingTimeFindings({ file, source, minutes, tree }: EditedLesson): ContentFinding[] {
  const needed = exactMinutes(lessonText(tree));
  if (Math.abs(minutes - needed) <= Math.max(ROUNDING, needed * BAND)) return [];
  return [
    {
      file,
      line: source.slice(0, source.indexOf("minutes:")).split("\n").length,
      message: `The lesson says ${minutes} minutes, but reading it takes about ${Math.max(1, Math.round(needed))}.`,
      advice: "State the time that a reader needs, or give the lesson the length that it states.",
    },
  ];
}
