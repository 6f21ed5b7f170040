/** The only place that makes a Prisma client. Both databases share the SQLite client's type: the schema is one. */
import { env } from "../env.server";
import { PrismaClient as PostgresClient } from "./generated/postgresql/client";
import { Prisma, PrismaClient } from "./generated/sqlite/client";
import { type HotStatements, withHotStatements } from "./hot-statement.server";
import { postgresqlAdapter } from "./postgresql-adapter.server";
import { sqliteAdapter } from "./sqlite-adapter.server";

export type { Prisma };
export type Database = PrismaClient;

/** Parts of raw SQL, for the few reads that would otherwise be many queries. */
export const { sql, join: sqlList } = Prisma;

declare const insideTransaction: unique symbol;
/** A client bound to a transaction. Functions that take one cannot be called with `db` itself. */
export type Tx = Prisma.TransactionClient & { readonly [insideTransaction]: true };

export type Provider = "sqlite" | "postgresql";

export function providerOf(url: string): Provider {
  return url.startsWith("file:") ? "sqlite" : "postgresql";
}

export const provider = providerOf(env.DATABASE_URL);

const { client, hot } = connect(env.DATABASE_URL);
export const db: Database = client;
/** For what is sent with every request or every answer; all else goes through `db`. */
export { hot };
/** Called for each of those, where a test counts what a page costs. */
export const hotCount = { statements: 0 };

/** @throws whatever `work` throws, after rolling back; a busy or unreachable database is mapped at the HTTP edge. */
export function transaction<T>(work: (tx: Tx) => Promise<T>, timeout = 30_000): Promise<T> {
  return db.$transaction((tx) => work(tx as Tx), { maxWait: 10_000, timeout });
}

function connect(url: string): { client: Database; hot: HotStatements } {
  /* The query budget in tests counts these events; nothing listens in production, where they are not emitted. */
  const log = env.COUNT_QUERIES ? [{ emit: "event" as const, level: "query" as const }] : [];
  const { factory: adapter, hot } = withHotStatements(
    providerOf(url) === "sqlite" ? sqliteAdapter(url) : postgresqlAdapter(url),
    () => hotCount.statements++,
  );
  if (providerOf(url) === "sqlite") return { client: new PrismaClient({ adapter, log }), hot };
  return { client: new PostgresClient({ adapter, log }) as unknown as Database, hot };
}
