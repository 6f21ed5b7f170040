/** Whether a typed text is one that is accepted. Pure. */

/**
 * Texts that look the same count as the same: forms of a character that Unicode calls compatible (UAX #15, NFKC),
 * typographic quotes, dashes, and runs of spaces make no difference; capitals only where the question says so.
 */
export function matchesText(pattern: string, typed: string, matchCase: boolean): boolean {
  const parts = pattern.split("*").map((part) => plain(part, matchCase));
  const text = plain(typed, matchCase).trim();
  if (parts.length === 1) return parts[0]!.trim() === text;
  return matchesParts(
    parts.map((part, index) => trimmedAtEnds(part, index, parts.length)),
    text,
  );
}

/** Whether whatever is typed fits. */
export function takesAnything(pattern: string): boolean {
  return /^\s*\*+\s*$/.test(pattern);
}

/** The first part must begin the text and the last end it; those between are found in order, each as early as can be. */
function matchesParts(parts: readonly string[], text: string): boolean {
  const [first, last] = [parts[0]!, parts.at(-1)!];
  if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length)
    return false;
  let from = first.length;
  const end = text.length - last.length;
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, from);
    if (found < 0 || found + part.length > end) return false;
    from = found + part.length;
  }
  return true;
}

function trimmedAtEnds(part: string, index: number, count: number): string {
  if (index === 0) return part.trimStart();
  return index === count - 1 ? part.trimEnd() : part;
}

function plain(text: string, matchCase: boolean): string {
  const same = text
    .normalize("NFKC")
    .replace(/[\u2018\u2019\u201b\u2032]/g, "'")
    .replace(/[\u201c\u201d\u201f\u2033]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/\s+/g, " ");
  return matchCase ? same : same.toLowerCase();
}
