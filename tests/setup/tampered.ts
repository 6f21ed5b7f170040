import { verifyOutcomes } from "~/features/audit/verify-outcomes.server";
import { behindThePortal, type Row } from "./behind-the-portal";

/** Runs SQL behind the portal's back, looks at what verification says, and puts the rows back as they were. */
export function tampered(
  tables: readonly string[],
  ...statements: [sql: string, values?: Row[string][]][]
): Promise<string[]> {
  return behindThePortal(async (run) => {
    const before = new Map<string, Row[]>();
    for (const table of tables) before.set(table, await run(`SELECT * FROM "${table}"`));
    for (const [sql, values] of statements) await run(sql, values);
    const { findings } = await verifyOutcomes();
    for (const [table, rows] of before) {
      await run(`DELETE FROM "${table}"`);
      for (const row of rows) {
        const names = Object.keys(row).map((name) => `"${name}"`);
        const places = names.map(() => "?");
        await run(
          `INSERT INTO "${table}" (${names.join(", ")}) VALUES (${places.join(", ")})`,
          Object.values(row),
        );
      }
    }
    return findings.map(({ message }) => message);
  });
}
