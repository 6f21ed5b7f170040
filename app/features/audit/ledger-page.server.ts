import { ledgerOverview, listEntries } from "~/features/ledger/ledger-queries.server";
import type { Actor } from "~/features/people/actor";
import { requireAuditReader } from "./audit-policy";

const ENTRY_ID = /^[\w-]{1,64}$/;
const PAGE_SIZE = 50;

/** @throws NotFound for whom it is not open; a damaged place leads to the first page */
export async function ledgerPage(actor: Actor, before: string | null) {
  requireAuditReader(actor);
  const place = before !== null && ENTRY_ID.test(before) ? before : undefined;
  const [overview, page] = await Promise.all([
    ledgerOverview(),
    listEntries({ take: PAGE_SIZE, ...(place ? { before: place } : {}) }),
  ]);
  return { ...overview, ...page, first: place === undefined };
}
