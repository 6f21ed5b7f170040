/** Runs of Markdown's inline parts, so that spaces and breaks stand where Markdown can hold them. */
import type { Paragraph, PhrasingContent } from "mdast";

/** Spaces and breaks at the edges go outside, where Markdown can hold them. */
export function enclosed(
  children: PhrasingContent[],
  around: (inner: PhrasingContent[]) => PhrasingContent,
): PhrasingContent[] {
  const [first, last] = [children[0], children.at(-1)];
  const edge = (child: PhrasingContent | undefined, pattern: RegExp): PhrasingContent[] =>
    child?.type === "text" && pattern.test(child.value) ? [{ type: "text", value: " " }] : [];
  const [before, after] = [edge(first, /^\s/), edge(last, /\s$/)];
  const inner = trimmed(children);
  return inner.length === 0 ? children : [...before, around(inner), ...after];
}

function trimmed(children: readonly PhrasingContent[]): PhrasingContent[] {
  const kept = merged(children);
  for (let first = kept[0]; first; first = kept[0]) {
    if (first.type === "text") first.value = first.value.trimStart();
    if (first.type !== "break" && !(first.type === "text" && first.value === "")) break;
    kept.shift();
  }
  for (let last = kept.at(-1); last; last = kept.at(-1)) {
    if (last.type === "text") last.value = last.value.trimEnd();
    if (last.type !== "break" && !(last.type === "text" && last.value === "")) break;
    kept.pop();
  }
  return kept;
}

/** Neighbouring texts as one, no space beside a break. */
function merged(children: readonly PhrasingContent[]): PhrasingContent[] {
  const kept: PhrasingContent[] = [];
  for (const child of children) {
    const last = kept.at(-1);
    if (child.type !== "text") {
      if (child.type === "break" && last?.type === "text") last.value = last.value.trimEnd();
      kept.push(child);
    } else if (last?.type === "text") last.value = (last.value + child.value).replace(/ {2,}/g, " ");
    else kept.push({ type: "text", value: last?.type === "break" ? child.value.trimStart() : child.value });
  }
  return kept.filter((child) => child.type !== "text" || child.value !== "");
}

/** Two breaks in a row begin a paragraph. */
export function paragraphsOf(children: PhrasingContent[]): Paragraph[] {
  const paragraphs: PhrasingContent[][] = [[]];
  const content = merged(children);
  content.forEach((child, index) => {
    const isDouble = child.type === "break" && content[index + 1]?.type === "break";
    if (isDouble) paragraphs.push([]);
    else paragraphs.at(-1)!.push(child);
  });
  return paragraphs
    .map(trimmed)
    .filter((each) => each.length > 0)
    .map((each) => ({ type: "paragraph", children: each }));
}
