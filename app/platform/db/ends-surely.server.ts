import type { SqlQuery, Transaction } from "@prisma/driver-adapter-utils";

const ENDING = /^\s*(?:COMMIT|ROLLBACK)\b/i;

/**
 * Prisma sends COMMIT or ROLLBACK and lets go of the connection afterwards. When that statement itself fails, because the
 * disk is full or the server is gone, it never does: each such transaction would keep a connection, or the one turn to
 * write, for ever. `undo` leaves the connection without a transaction where it still can.
 */
export function endsSurely(transaction: Transaction, undo: () => Promise<unknown>): Transaction {
  const executeRaw = transaction.executeRaw.bind(transaction);
  transaction.executeRaw = async (query: SqlQuery) => {
    try {
      return await executeRaw(query);
    } catch (error) {
      if (ENDING.test(query.sql)) {
        await undo().catch(() => {});
        await transaction.rollback();
      }
      throw error;
    }
  };
  return transaction;
}
