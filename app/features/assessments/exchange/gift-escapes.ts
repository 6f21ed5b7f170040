/** GIFT's backslash: before ~ = # { } : it makes the character a letter, \n is a line break, \\ a backslash. */

const ESCAPED = /\\[~=#{}:\\n]/g;

export function escapeGift(text: string): string {
  return text.replace(/[\\~=#{}:]/g, "\\$&").replace(/\r\n?|\n/g, "\\n");
}

export function unescapeGift(text: string): string {
  return text.replace(ESCAPED, (found) => (found[1] === "n" ? "\n" : found[1]!));
}

export interface Place {
  readonly at: number;
  readonly character: string;
}

/** Where some of `characters` stand and mean something. */
export function unescapedPlaces(text: string, characters: string): Place[] {
  const masked = mask(text);
  const places: Place[] = [];
  for (let at = 0; at < masked.length; at += 1) {
    const character = masked[at]!;
    if (characters.includes(character)) places.push({ at, character });
  }
  return places;
}

/** As long as the text, with what is escaped blotted out, so that a search finds what has a meaning only. */
export function mask(text: string): string {
  return text.replace(ESCAPED, "\0\0");
}
