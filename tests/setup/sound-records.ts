import { expect } from "vitest";
import { verifyOutcomes } from "~/features/audit/verify-outcomes.server";
import { verifyLedger } from "~/features/ledger/verify-ledger.server";

/** What was written agrees with its records, and these with the ledger. */
export async function expectSoundRecords(): Promise<void> {
  expect((await verifyOutcomes()).findings).toEqual([]);
  expect((await verifyLedger()).findings).toEqual([]);
}
