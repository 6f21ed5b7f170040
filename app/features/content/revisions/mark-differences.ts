/**
 * A lesson with what was added and taken away since an earlier one marked in its text. The tags are those of the lesson
 * as it is, each in its place, so the result is as well-formed and as harmless as that; of the earlier one only words appear.
 */
import { diffArrays } from "diff";
import type { Segment } from "../lesson";
import { blocksOf, tokensOf, type Token } from "./html-tokens";
import { MarkedHtml } from "./marked-html";

/** More differing pieces than this are shown as taken away and added as a whole: comparing them would cost too much. */
const MOST_EDITS = 2_000;
const MOST_TOKENS = 60_000;

type Step = { readonly added: boolean; readonly removed: boolean; readonly value: readonly Token[] };

export function markDifferences(before: readonly Segment[], after: readonly Segment[]): Segment[] {
  const marked = new MarkedHtml(after);
  for (const { added, removed, value } of stepsBetween(all(before), all(after)))
    for (const token of value) {
      if (removed) marked.remove(token);
      else if (added) marked.insert(token);
      else marked.keep(token);
    }
  return marked.segments();
}

function all(segments: readonly Segment[]): Token[][] {
  return segments.flatMap((segment) =>
    segment.kind === "html"
      ? blocksOf(tokensOf(segment.html))
      : [[{ kind: "check" as const, text: segment.id }]],
  );
}

/** Whole blocks first, then words within the stretches that differ: so that far apart words do not pass for each other. */
function* stepsBetween(before: Token[][], after: Token[][]): Generator<Step> {
  const same = (a: Token[], b: Token[]) => textOf(a) === textOf(b);
  const changes = diffArrays(before, after, { comparator: same, maxEditLength: MOST_EDITS }) ?? [
    { added: false, removed: true, value: before, count: before.length },
    { added: true, removed: false, value: after, count: after.length },
  ];
  for (let index = 0; index < changes.length; index++) {
    const { added, removed, value } = changes[index]!;
    const next = changes[index + 1];
    if (removed && next?.added) {
      yield* within(value.flat(), next.value.flat());
      index++;
    } else yield { added, removed, value: value.flat() };
  }
}

function within(before: Token[], after: Token[]): Step[] {
  const same = (a: Token, b: Token) => a.kind === b.kind && (a.text === b.text || a.kind === "space");
  const small = before.length + after.length <= MOST_TOKENS;
  return (
    (small && diffArrays(before, after, { comparator: same, maxEditLength: MOST_EDITS })) || [
      { added: false, removed: true, value: before },
      { added: true, removed: false, value: after },
    ]
  );
}

function textOf(block: readonly Token[]): string {
  return block.map(({ text }) => text).join("");
}
