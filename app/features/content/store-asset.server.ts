import { now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { putBlob } from "~/platform/storage.server";
import { inspectAsset } from "./inspect-asset.server";
import type { AssetRef } from "./lesson";

/**
 * Checks a file, cleans it and keeps it by its hash. The same bytes under another name are the same blob.
 * @throws Invalid
 */
export async function storeAsset({ name, bytes }: { name: string; bytes: Uint8Array }): Promise<AssetRef> {
  const { bytes: kept, ...facts } = await inspectAsset(name, bytes);
  const hash = await putBlob(kept);
  const asset = { hash, name, bytes: kept.length, ...facts };
  await db.contentAsset.upsert({
    where: { hash },
    create: { ...asset, createdAt: now() },
    update: {},
    select: { hash: true },
  });
  return asset;
}
