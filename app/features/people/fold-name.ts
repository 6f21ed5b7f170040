import anyAscii from "any-ascii";

/**
 * How a name is sorted and found on both databases alike: Özil beside Ozil, de Vries under D, and Łukasz by whoever has no
 * Ł on the keyboard. Other scripts are put into Latin letters, in the list as in what is typed.
 */
export function foldName(name: string): string {
  const latin = anyAscii(name.normalize("NFC")).replace(/\p{M}/gu, "");
  return (latin.trim() === "" ? name : latin).replace(/\s+/g, " ").trim().toLowerCase();
}

/** For lists in memory, in the order of those that the database gives. */
export function byFoldedName(a: { name: string; id: string }, b: { name: string; id: string }): number {
  const [left, right] = [foldName(a.name), foldName(b.name)];
  if (left !== right) return left < right ? -1 : 1;
  return a.id === b.id ? 0 : a.id < b.id ? -1 : 1;
}
