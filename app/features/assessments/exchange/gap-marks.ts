/** What stands for a gap while the text around it is read: characters that no language has. */
export interface FoundGap {
  readonly options: readonly string[];
  readonly correct: string;
}

export const GAP_MARK = "\uE0F0";
export const GAP_MARKED = /\uE0F0(\d{1,4})\uE0F1/g;

export function markGap(index: number): string {
  return `${GAP_MARK}${index}\uE0F1`;
}

export function withoutMarks(text: string): string {
  return text.replace(/[\uE0F0\uE0F1]/g, "");
}
