import { may, type Actor } from "~/features/people/actor";
import { db, type Prisma } from "~/platform/db/client.server";
import { courseVisibleTo } from "./course-policy.server";
import type { AssetRef } from "./lesson";

/** Files of published courses that the actor may see. Auditors see all: they examine what others were shown. */
function assetVisibleTo(actor: Actor): Prisma.ContentAssetWhereInput {
  if (may(actor, "auditor")) return {};
  return { revisions: { some: { revision: { course: courseVisibleTo(actor) } } } };
}

export async function findPublishedAsset(actor: Actor, hash: string): Promise<AssetRef | null> {
  return db.contentAsset.findFirst({ where: { AND: [{ hash }, assetVisibleTo(actor)] }, select: asset });
}

/** For features that know by themselves that the actor may see these: files of a draft of theirs. */
export async function findAssets(hashes: readonly string[]): Promise<AssetRef[]> {
  return db.contentAsset.findMany({ where: { hash: { in: [...hashes] } }, select: asset });
}

const asset = { hash: true, name: true, mediaType: true, bytes: true, width: true, height: true } as const;
