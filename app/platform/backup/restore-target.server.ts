import { Invalid } from "../errors";
import { postgresqlTarget } from "./postgresql-target.server";
import { sqliteTarget } from "./sqlite-target.server";
import type { Table } from "./tables";

/** One transaction that nobody else can write beside, from `begin` until `commit` or `close`. */
export interface Target {
  begin(): Promise<readonly Table[]>;
  count(table: Table): Promise<number>;
  /** Lines as a backup holds them. */
  insert(table: Table, lines: readonly string[]): Promise<void>;
  commit(): Promise<void>;
  /** What was not committed is undone. */
  close(): Promise<void>;
}

export function openTarget(databaseUrl: string): Promise<Target> {
  return databaseUrl.startsWith("file:") ? sqliteTarget(databaseUrl) : postgresqlTarget(databaseUrl);
}

export function refusedRow(table: Table, error: unknown): Invalid {
  return new Invalid(
    "refused-row",
    `The database does not take a row of ${table.name} (${(error as Error).message}). Nothing was restored.`,
  );
}
