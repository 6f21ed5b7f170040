import { readRows } from "./portal-database";

export interface RecordedTest {
  attemptId: string;
  items: { position: number; answer: unknown }[];
}

/** What the evidence says of every submission, for which there is an entry in the ledger. */
export async function readRecordedTests(url: string): Promise<RecordedTest[]> {
  const rows = await readRows(
    url,
    `SELECT r."document" FROM "EvidenceRecord" r JOIN "LedgerEntry" e ON e."id" = r."id"
     WHERE r."kind" = 'test-submitted'`,
  );
  return rows.map(({ document }) => JSON.parse(String(document)) as RecordedTest);
}
