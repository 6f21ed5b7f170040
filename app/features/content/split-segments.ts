/**
 * Rendered HTML, cut at the knowledge checks. The tags are ours alone: raw HTML is refused and React escapes text, so
 * nothing an author writes can look like one.
 */
import type { CheckSource } from "./knowledge-check-rules";
import type { CheckKey, KnowledgeCheck, Segment } from "./lesson";

export const knowledgeCheckTag = "attest-check";
export const choiceTag = "attest-choice";
export const explanationTag = "attest-explanation";

export interface SplitLesson {
  readonly segments: Segment[];
  readonly keys: Record<string, CheckKey>;
}

export function splitSegments(html: string, checks: readonly CheckSource[]): SplitLesson {
  const segments: Segment[] = [];
  const keys: Record<string, CheckKey> = {};
  let end = 0;
  let index = 0;
  const addHtml = (part: string) => {
    if (part.trim() !== "") segments.push({ kind: "html", html: part.trim() });
  };
  for (const piece of pieces(html, knowledgeCheckTag)) {
    const source = checks[index++];
    if (!source) throw new Error("More knowledge checks were rendered than were written");
    addHtml(html.slice(end, piece.start));
    const { check, key } = takeApart(piece.inside, source);
    segments.push(check);
    keys[source.id] = key;
    end = piece.end;
  }
  if (index !== checks.length) throw new Error("Fewer knowledge checks were rendered than were written");
  addHtml(html.slice(end));
  return { segments, keys };
}

function takeApart(
  html: string,
  { id, question, choices }: CheckSource,
): { check: KnowledgeCheck; key: CheckKey } {
  const rendered = [...pieces(html, choiceTag)];
  const explanation = [...pieces(html, explanationTag)][0]?.inside.trim() ?? "";
  if (rendered.length !== choices.length) throw new Error(`Knowledge check ${id} lost a choice`);
  const letters = choices.map((_, index) => String.fromCharCode(97 + index));
  const correct = letters.filter((_, index) => choices[index]!.correct);
  return {
    check: {
      kind: "knowledge-check",
      id,
      question: escapeHtml(question),
      multiple: correct.length > 1,
      choices: rendered.map(({ inside }, index) => ({
        id: letters[index]!,
        html: withoutParagraph(inside.trim()),
      })),
    },
    key: {
      correct,
      why: Object.fromEntries(letters.map((letter, index) => [letter, choices[index]!.why])),
      explanation,
    },
  };
}

function* pieces(html: string, tag: string): Generator<{ start: number; end: number; inside: string }> {
  const open = `<${tag}>`;
  const close = `</${tag}>`;
  for (let start = html.indexOf(open); start >= 0;) {
    const closes = html.indexOf(close, start);
    if (closes < 0) throw new Error(`${tag} is not closed`);
    const end = closes + close.length;
    yield { start, end, inside: html.slice(start + open.length, closes) };
    start = html.indexOf(open, end);
  }
}

function withoutParagraph(html: string): string {
  return /^<p>([\s\S]*)<\/p>$/.exec(html)?.[1] ?? html;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
