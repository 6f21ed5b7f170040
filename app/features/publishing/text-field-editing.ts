/** Places in a text, and changes to a text field that its own undo can take back. */
import { placedSnippet } from "./block-snippets";

/** Counts from 1, as the problems of a lesson do. */
export function placeInText(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const start = before.lastIndexOf("\n") + 1;
  return { line: before.split("\n").length, column: offset - start + 1 };
}

/** From where to where a line reaches; the last one for a number beyond it. */
export function lineRange(text: string, line: number): { start: number; end: number } {
  let start = 0;
  for (let passed = 1; passed < line; passed++) {
    const next = text.indexOf("\n", start);
    if (next < 0) break;
    start = next + 1;
  }
  const end = text.indexOf("\n", start);
  return { start, end: end < 0 ? text.length : end };
}

export function selectLine(field: HTMLTextAreaElement, line: number): void {
  const { start, end } = lineRange(field.value, line);
  field.focus();
  /* Focus on the start first: browsers bring the caret into view, not the end of a selection. */
  field.setSelectionRange(start, start);
  const height = parseFloat(getComputedStyle(field).lineHeight) || 24;
  field.scrollTop = Math.max(0, (line - 4) * height);
  field.setSelectionRange(start, end);
}

export function insertSnippet(field: HTMLTextAreaElement, snippet: string): void {
  const { selectionStart, selectionEnd, value } = field;
  insertText(field, placedSnippet(snippet, value.slice(0, selectionStart), value.slice(selectionEnd)));
}

function insertText(field: HTMLTextAreaElement, text: string): void {
  field.focus();
  /* Deprecated, and still the one way whose result the field's undo knows. It fires the input event itself. */
  if (document.execCommand("insertText", false, text)) return;
  field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
