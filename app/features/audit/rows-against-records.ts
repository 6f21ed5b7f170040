/** What holding rows against their records takes, whatever the rows are. */
import type { Findings } from "~/features/ledger/findings";

const PAGE = 500;

/** Walks rows by id, a page at a time. @returns how many there were */
export async function walk<Row extends { id: string }>(
  page: (after: string) => Promise<Row[]>,
  check: (rows: Row[]) => Promise<void>,
): Promise<number> {
  let count = 0;
  for (let after = ""; ;) {
    const rows = await page(after);
    if (rows.length === 0) return count;
    await check(rows);
    count += rows.length;
    after = rows.at(-1)!.id;
  }
}

export const following = (after: string) =>
  ({ where: { id: { gt: after } }, orderBy: { id: "asc" }, take: PAGE }) as const;

/** What differs between a row and its record, each pair in words. */
export function compare(
  findings: Findings,
  id: string,
  what: string,
  pairs: Record<string, readonly [row: unknown, record: unknown]>,
): void {
  const text = (value: unknown) => {
    if (value instanceof Date) return value.toISOString();
    return typeof value === "string" ? value : value == null ? "none" : JSON.stringify(value);
  };
  for (const [name, [row, record]] of Object.entries(pairs))
    if (text(row) !== text(record))
      findings.add(id, `${what} has the ${name} ${text(row)}, and its record ${text(record)}.`);
}

export function documentOf(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    /* That the document is not what was recorded, the ledger's own verification says. */
    return {};
  }
}
