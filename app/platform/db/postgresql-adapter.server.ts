import { PrismaPg } from "@prisma/adapter-pg";
import type { SqlDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import { endsSurely } from "./ends-surely.server";

const CONNECTIONS = 12;

export function postgresqlAdapter(url: string): SqlDriverAdapterFactory {
  const stock = new PrismaPg({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: 5_000,
  });
  return {
    provider: stock.provider,
    adapterName: stock.adapterName,
    async connect() {
      const adapter = await stock.connect();
      const start = adapter.startTransaction.bind(adapter);
      /* The pool throws away a connection that broke, so there is nothing to undo. */
      adapter.startTransaction = async (level) => endsSurely(await start(level), async () => {});
      return adapter;
    },
  };
}
