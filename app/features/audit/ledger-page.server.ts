import { ledgerOverview, listEntries } from "~/features/ledger/ledger-queries.server";
import type { Actor } from "~/features/people/actor";
import { requireAuditReader } from "./audit-policy";

const LEAF_INDEX = /^\d{1,9}$/;
const PAGE_SIZE = 50;

/** @throws NotFound for whom it is not open; a damaged place leads to the first page */
export async function ledgerPage(actor: Actor, before: string | null) {
  requireAuditReader(actor);
  const place = before !== null && LEAF_INDEX.test(before) ? Number(before) : undefined;
  const [overview, page] = await Promise.all([
    ledgerOverview(),
    listEntries({ take: PAGE_SIZE, ...(place === undefined ? {} : { before: place }) }),
  ]);
  return { ...overview, ...page, first: place === undefined };
}
