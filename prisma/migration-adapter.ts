/**
 * Driver adapters for the Prisma CLI's engine-less mode, with the faults of the 6.19 adapters worked around:
 * each workaround says which.
 */
import { PrismaBetterSQLite3 } from "@prisma/adapter-better-sqlite3";
import { PrismaPg } from "@prisma/adapter-pg";
import type { SqlDriverAdapter, SqlQuery, SqlResultSet } from "@prisma/driver-adapter-utils";

const MIGRATIONS_TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" ("id" TEXT PRIMARY KEY NOT NULL, "checksum" TEXT NOT NULL, "finished_at" DATETIME, "migration_name" TEXT NOT NULL, "logs" TEXT, "rolled_back_at" DATETIME, "started_at" DATETIME NOT NULL DEFAULT current_timestamp, "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0)`;

export async function migrationAdapter(provider: "sqlite" | "postgresql", url: string) {
  return provider === "sqlite" ? sqliteAdapter(url) : postgresAdapter(url);
}

function sqliteAdapter(url: string) {
  const factory = new PrismaBetterSQLite3({ url });

  /* better-sqlite3 refuses several statements in one prepare, and migrations are sent that way. */
  const withScripts = <T extends SqlDriverAdapter>(adapter: T): T => {
    const execute = adapter.executeRaw.bind(adapter);
    adapter.executeRaw = async (query: SqlQuery) => {
      if (query.args.length > 0) return execute(query);
      await adapter.executeScript(query.sql);
      return 0;
    };
    return adapter;
  };

  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => {
      const adapter = withScripts(await factory.connect());
      /* The engine reports P1014 on a database without this table instead of creating it. */
      await adapter.executeScript(MIGRATIONS_TABLE);
      return adapter;
    },
    connectToShadowDb: async () => withScripts(await factory.connectToShadowDb()),
  };
}

const OID = { char: 18, name: 19, nameArray: 1003, text: 25, textArray: 1009 };
const TEXT_LIKE: Record<number, number> = {
  [OID.char]: OID.text,
  [OID.name]: OID.text,
  [OID.nameArray]: OID.textArray,
};
/** ColumnTypeEnum.Character of @prisma/driver-adapter-utils. */
const CHARACTER = 6;

type Field = { dataTypeID: number };
type PgResult = { fields?: Field[] };
type PgClient = { query: (...args: unknown[]) => unknown; connect: (...args: unknown[]) => unknown };

function postgresAdapter(url: string) {
  const { hostname, port, username, password, pathname } = new URL(url);
  /* With a connectionString the shadow migrations run in the main database, so discrete options are passed. */
  const factoryFor = (database: string) =>
    new PrismaPg({
      host: decodeURIComponent(hostname),
      port: Number(port || 5432),
      user: decodeURIComponent(username),
      password: decodeURIComponent(password),
      database,
    });
  const factory = factoryFor(decodeURIComponent(pathname.slice(1)));

  /* The describer selects "char" and name columns, which the adapter cannot map (prisma/prisma#27403). */
  const withCatalogTypes = <T extends SqlDriverAdapter>(adapter: T): T => {
    let characterColumns: boolean[] = [];
    const relabel = (result: PgResult) => {
      const fields = result?.fields ?? [];
      characterColumns = fields.map((field) => field.dataTypeID === OID.char);
      for (const field of fields) field.dataTypeID = TEXT_LIKE[field.dataTypeID] ?? field.dataTypeID;
      return result;
    };
    const watch = <C extends PgClient>(client: C): C => {
      const query = client.query.bind(client);
      client.query = (...args: unknown[]) => {
        const result = query(...args);
        return result instanceof Promise ? result.then((value: PgResult) => relabel(value)) : result;
      };
      return client;
    };

    const pool = watch((adapter as unknown as { client: PgClient }).client);
    const connect = pool.connect.bind(pool);
    pool.connect = (...args: unknown[]) => {
      const result = connect(...args);
      return result instanceof Promise ? result.then((client: PgClient) => watch(client)) : result;
    };

    /* The adapter splits a script at every semicolon, also inside a function's body. */
    adapter.executeScript = async (script: string) => void (await pool.query(script));

    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query: SqlQuery): Promise<SqlResultSet> => {
      const result = await queryRaw(query);
      characterColumns.forEach((is, column) => {
        if (is) result.columnTypes[column] = CHARACTER;
      });
      return result;
    };
    return adapter;
  };

  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => withCatalogTypes(await factory.connect()),
    /* The stock dispose() drops the shadow database while its own pool is still connected to it. */
    connectToShadowDb: async () => {
      const name = `attest_shadow_${process.pid}_${Date.now()}`;
      const admin = await factory.connect();
      await admin.executeScript(`CREATE DATABASE "${name}"`);
      const shadow = withCatalogTypes(await factoryFor(name).connect());
      const dispose = shadow.dispose.bind(shadow);
      shadow.dispose = async () => {
        await dispose();
        await admin.executeScript(`DROP DATABASE "${name}"`);
        await admin.dispose();
      };
      return shadow;
    },
  };
}
