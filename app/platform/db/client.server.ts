/** The only place that makes a Prisma client. Both databases share the SQLite client's type: the schema is one. */
import { env } from "../env.server";
import { PrismaClient as PostgresClient } from "./generated/postgresql/client";
import { Prisma, PrismaClient } from "./generated/sqlite/client";
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

export const db: Database = connect(env.DATABASE_URL);

/** @throws whatever `work` throws, after rolling back; a busy or unreachable database is mapped at the HTTP edge. */
export function transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.$transaction((tx) => work(tx as Tx), { maxWait: 10_000, timeout: 30_000 });
}

function connect(url: string): Database {
  /* The query budget in tests counts these events; nothing listens in production, where they are not emitted. */
  const log = env.COUNT_QUERIES ? [{ emit: "event" as const, level: "query" as const }] : [];
  if (providerOf(url) === "sqlite") return new PrismaClient({ adapter: sqliteAdapter(url), log });
  return new PostgresClient({ adapter: postgresqlAdapter(url), log }) as unknown as Database;
}
