import { sum } from "./moments";
import { scoredItems, type SatItem, type SatPaper } from "./responses";

/** One person meeting one question. */
export interface Meeting {
  readonly item: SatItem;
  readonly score: number;
  /** Score of the rest of the paper, 0 to 1; `null` where nothing else in it is scored. */
  readonly rest: number | null;
}

export function meetingsByQuestion(papers: readonly SatPaper[]): ReadonlyMap<string, readonly Meeting[]> {
  const meetings = new Map<string, Meeting[]>();
  for (const paper of papers) {
    const scored = scoredItems(paper);
    const points = sum(scored.map((item) => item.share));
    for (const item of paper.items) {
      const others = scored.length - (item.share === null ? 0 : 1);
      const rest = others === 0 ? null : (points - (item.share ?? 0)) / others;
      const known = meetings.get(item.questionId);
      if (known) known.push({ item, score: paper.score, rest });
      else meetings.set(item.questionId, [{ item, score: paper.score, rest }]);
    }
  }
  return meetings;
}
