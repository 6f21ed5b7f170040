/**
 * Recomputes the ledger from its rows and compares: what was changed behind the portal's back shows up here.
 * Everything is read in batches, so that the size of the ledger costs time and no memory, and while others write:
 * what is sealed meanwhile is left to the next verification.
 */
import { db } from "~/platform/db/client.server";
import { Findings, type Finding } from "./findings";
import { findDisguisedDates, findOrphans } from "./verify-foreign-rows.server";
import { findKeptCheckpoints, findLooseRows, newestSignedSize } from "./verify-checkpoints.server";
import { verifyEntries } from "./verify-entries.server";
import { verifyTree } from "./verify-tree.server";
import { findSigningKey } from "./signing-key.server";

export interface LedgerVerification {
  readonly entries: number;
  readonly leaves: number;
  readonly nodes: number;
  readonly checkpoints: number;
  /** Entries that wait to be sealed: normal for some seconds. */
  readonly waiting: number;
  /** Records of persons whose salt was deleted: about them only the ids, the outcome and the tree could be checked. */
  readonly erased: number;
  readonly findings: readonly Finding[];
  /** Findings beyond those that are listed. */
  readonly unlisted: number;
}

export async function verifyLedger(
  onProgress: (done: number, total: number) => void = () => {},
): Promise<LedgerVerification> {
  const findings = new Findings();
  const key = await findSigningKey();
  if (!key && (await db.ledgerCheckpoint.findFirst({ select: { size: true } })))
    findings.add(null, "The signing key is missing, so that no checkpoint's signature could be checked.");
  const size = await newestSignedSize(key);
  const total = (await db.ledgerEntry.count()) + size;
  let done = 0;
  const progress = (count: number) => onProgress(Math.min((done += count), total), total);

  const tree = await verifyTree(size, key, findings, progress);
  const entries = await verifyEntries(findings, progress);
  await findKeptCheckpoints(findings);
  await findLooseRows(size, key, findings);
  await findOrphans(findings);
  await findDisguisedDates(findings);
  return { ...entries, ...tree, findings: findings.listed, unlisted: findings.unlisted };
}
