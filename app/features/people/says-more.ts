/** Some lines of the source are no longer than their own title. */
export function saysMore({ title, text }: { title: string; text: string }): boolean {
  const plain = (line: string) =>
    line
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
  return plain(title) !== plain(text);
}
