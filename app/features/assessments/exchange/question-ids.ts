/** Ids of questions that come without one: made of their name or text, the same each time the file is read. */

const LONGEST = 80;

/** Lower case with dashes, or "" where a text has no Latin letter or digit. */
export function slugOf(text: string, longest = LONGEST): string {
  return text
    .slice(0, 1_000)
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/ß/g, "ss")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, longest + 1)
    .replace(/^-|-$/g, "")
    .slice(0, longest)
    .replace(/-$/, "");
}

/** Each name once: the second "phishing" becomes "phishing-2". */
export class IdRegister {
  private readonly taken = new Set<string>();
  private readonly counts = new Map<string, number>();

  /** False where it is taken already. */
  reserve(id: string): boolean {
    if (this.taken.has(id)) return false;
    this.taken.add(id);
    return true;
  }

  unused(wanted: string): string {
    const base = wanted.slice(0, LONGEST - 6).replace(/-$/, "");
    let id = wanted;
    for (let count = this.counts.get(base) ?? 1; !this.reserve(id);) {
      count += 1;
      this.counts.set(base, count);
      id = `${base}-${count}`;
    }
    return id;
  }
}
