/**
 * Prisma's better-sqlite3 adapter has one connection, and a query sent while an interactive transaction is open runs
 * inside that transaction: it reads what may never be committed, and a write is lost when the transaction rolls back.
 * Here reads have a connection of their own, and every write waits for its turn on the other.
 *
 * Statements are prepared once and kept: preparing costs more than running one.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { PrismaBetterSQLite3 } from "@prisma/adapter-better-sqlite3";
import type {
  SqlDriverAdapter,
  SqlDriverAdapterFactory,
  SqlQuery,
  Transaction,
} from "@prisma/driver-adapter-utils";
import type Database from "better-sqlite3";
import { endsSurely } from "./ends-surely.server";

const PRAGMAS = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA foreign_keys = ON;
  PRAGMA recursive_triggers = ON;
  PRAGMA cache_size = -32000;
  PRAGMA mmap_size = 268435456;
  PRAGMA busy_timeout = 50;
`;
/** How long a write waits for other processes before it fails as busy, in milliseconds. */
const BUSY_LIMIT = 8_000;
const READ_ONLY = /^\s*(?:SELECT|EXPLAIN)\b/i;
const MAX_STATEMENTS = 500;
/** A deferred transaction that turns from reading to writing fails at once when another process has written. */
const BEGIN = "BEGIN IMMEDIATE";
/**
 * What the adapter's own BEGIN does: nothing, because the transaction has begun by then. When its own is refused as busy,
 * the adapter never lets go of its lock, and every later transaction of the process would wait for ever.
 */
const BEGUN = { run: () => {} };

export function sqliteAdapter(url: string): SqlDriverAdapterFactory {
  const stock = new PrismaBetterSQLite3({ url });
  return {
    provider: stock.provider,
    adapterName: stock.adapterName,
    connect: async () => separateConnections(await open(stock), await open(stock)),
  };
}

async function open(stock: PrismaBetterSQLite3): Promise<SqlDriverAdapter> {
  const adapter = await stock.connect();
  await adapter.executeScript(PRAGMAS);
  keepStatements((adapter as unknown as { client: Database.Database }).client);
  return adapter;
}

function separateConnections(reader: SqlDriverAdapter, writer: SqlDriverAdapter): SqlDriverAdapter {
  let lastTurn: Promise<void> = Promise.resolve();

  /** Resolves when it is the caller's turn to write; the result ends the turn. */
  async function turn(): Promise<() => void> {
    let end!: () => void;
    const previous = lastTurn;
    lastTurn = new Promise((resolve) => (end = resolve));
    await previous;
    return end;
  }

  async function write<T>(run: () => Promise<T>): Promise<T> {
    const end = await turn();
    try {
      return await retryWhileBusy(run);
    } finally {
      end();
    }
  }

  return {
    provider: writer.provider,
    adapterName: writer.adapterName,
    queryRaw: (query: SqlQuery) =>
      READ_ONLY.test(query.sql) ? reader.queryRaw(query) : write(() => writer.queryRaw(query)),
    executeRaw: (query: SqlQuery) => write(() => writer.executeRaw(query)),
    executeScript: (script: string) => write(() => writer.executeScript(script)),
    async startTransaction(isolationLevel) {
      const end = await turn();
      try {
        await retryWhileBusy(() => writer.executeScript(BEGIN));
        const transaction = endingTurn(await writer.startTransaction(isolationLevel), end);
        return endsSurely(transaction, () => writer.executeScript("ROLLBACK"));
      } catch (error) {
        end();
        throw error;
      }
    },
    getConnectionInfo: () => ({ supportsRelationJoins: false }),
    async dispose() {
      await reader.dispose();
      await writer.dispose();
    },
  };
}

function endingTurn(transaction: Transaction, end: () => void): Transaction {
  const commit = transaction.commit.bind(transaction);
  const rollback = transaction.rollback.bind(transaction);
  transaction.commit = () => commit().finally(end);
  transaction.rollback = () => rollback().finally(end);
  return transaction;
}

/** Waits without blocking the process, which SQLite's own busy handler would. */
async function retryWhileBusy<T>(run: () => Promise<T>): Promise<T> {
  const giveUpAt = performance.now() + BUSY_LIMIT;
  for (;;) {
    try {
      return await run();
    } catch (error) {
      if (!isBusy(error) || performance.now() > giveUpAt) throw error;
      await sleep(1 + Math.random() * 8);
    }
  }
}

function isBusy(error: unknown): boolean {
  const cause = (error as { cause?: { originalCode?: string } }).cause;
  return cause?.originalCode?.startsWith("SQLITE_BUSY") ?? false;
}

type Statement = Database.Statement<unknown[]>;

function keepStatements(client: Database.Database): void {
  const prepare = client.prepare.bind(client) as (sql: string) => Statement;
  const kept = new Map<string, ReturnType<typeof rebindable>>();
  client.prepare = ((sql: string) => {
    if (sql === "BEGIN") return BEGUN;
    let statement = kept.get(sql);
    if (statement) return statement;
    statement = rebindable(prepare(sql));
    if (kept.size >= MAX_STATEMENTS) kept.delete(kept.keys().next().value!);
    kept.set(sql, statement);
    return statement;
  }) as unknown as typeof client.prepare;
}

/** better-sqlite3 lets a statement be bound only once; the adapter binds before every run. */
function rebindable(statement: Statement) {
  const columns = statement.reader ? statement.raw().columns() : [];
  const withArguments = (args: unknown[]) => ({
    reader: statement.reader,
    columns: () => columns,
    run: () => statement.run(args),
    raw: () => ({ all: () => statement.all(args) }),
  });
  return { bind: withArguments, run: () => statement.run() };
}
