/**
 * What was uploaded waits for its confirmation as a blob that says whose it is: the browser gives back nothing but its
 * hash, and no hash of anybody else's file leads anywhere.
 */
import { readFile } from "node:fs/promises";
import type { Actor } from "~/features/people/actor";
import { NotFound } from "~/platform/errors";
import { blobPath, putBlob } from "~/platform/storage.server";
import { EXCHANGE_FORMATS, type ExchangeFormat } from "../exchange/parsed";
import type { OwnBank } from "./bank-policy.server";

export interface Upload {
  readonly bytes: Uint8Array;
  readonly format: ExchangeFormat;
}

const MARK = "attest-import";

export async function keepUpload(actor: Actor, bank: OwnBank, { bytes, format }: Upload): Promise<string> {
  const head = Buffer.from(`${headOf(actor, bank)} ${format}\n`);
  return putBlob(Buffer.concat([head, bytes]));
}

/** @throws NotFound for what is not this person's upload to this bank */
export async function uploadOf(actor: Actor, bank: OwnBank, hash: string): Promise<Upload> {
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new NotFound("upload");
  const kept = await readFile(blobPath(hash)).catch(() => {
    throw new NotFound("upload");
  });
  const end = kept.subarray(0, 300).indexOf("\n");
  const head = kept.subarray(0, Math.max(0, end)).toString("utf8");
  const format = EXCHANGE_FORMATS.find((each) => head === `${headOf(actor, bank)} ${each}`);
  if (!format) throw new NotFound("upload");
  return { format, bytes: kept.subarray(end + 1) };
}

function headOf({ personId }: Actor, { id }: OwnBank): string {
  return `${MARK} bank=${id} person=${personId}`;
}
