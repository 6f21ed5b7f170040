/**
 * The whole database as of one moment, read while others write. The drivers are used as they are, because Prisma can
 * neither hold a snapshot open nor stream.
 */
import type { Provider } from "../db/client.server";
import { postgresqlSnapshot } from "./postgresql-snapshot.server";
import { sqliteSnapshot } from "./sqlite-snapshot.server";
import type { Table } from "./tables";

export type Value = string | number | boolean | null;

export interface Snapshot {
  readonly provider: Provider;
  readonly migrations: readonly string[];
  readonly tables: readonly Table[];
  count(table: Table): Promise<number>;
  /** Rows in the order of the key, as values in the order of the columns. */
  rows(table: Table): AsyncIterable<readonly Value[]>;
  close(): Promise<void>;
}

export function openSnapshot(databaseUrl: string): Promise<Snapshot> {
  return databaseUrl.startsWith("file:") ? sqliteSnapshot(databaseUrl) : postgresqlSnapshot(databaseUrl);
}
