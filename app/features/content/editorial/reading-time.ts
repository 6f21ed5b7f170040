import type { ContentFinding } from "~/platform/content-finding";

/** Readers differ: 200 words a minute less a quarter is a careful reader, a quarter more a quick one. */
const BAND = 0.25;

/** @param needed minutes by the words, figures and checks of the lesson; a difference of one minute is rounding */
export function readingTimeFindings(
  lesson: { readonly file: string; readonly source: string },
  stated: number,
  needed: number,
): ContentFinding[] {
  if (Math.abs(stated - needed) <= Math.max(1, needed * BAND)) return [];
  const line = lesson.source.split(/\r?\n/).findIndex((each) => each.startsWith("minutes:")) + 1;
  return [
    {
      file: lesson.file,
      line: Math.max(1, line),
      message: `The lesson says ${stated} minutes, but reading it takes about ${needed}.`,
      advice: "State the time that a reader needs, or give the lesson the length that it states.",
    },
  ];
}
