import type { AssetRef } from "~/features/content/lesson";
import type { Actor } from "~/features/people/actor";
import { db, type Prisma } from "~/platform/db/client.server";
import { NotFound } from "~/platform/errors";
import { draftsOf } from "./draft-policy.server";

export const draftFileSelect = {
  name: true,
  asset: { select: { hash: true, mediaType: true, bytes: true, width: true, height: true } },
} satisfies Prisma.DraftAssetSelect;

type Row = Prisma.DraftAssetGetPayload<{ select: typeof draftFileSelect }>;

/** A file under the name that this draft gives it: the same bytes may be called otherwise elsewhere. */
export function asAssetRef({ name, asset }: Row): AssetRef {
  return { name, ...asset };
}

/** The draft's files by name. @throws NotFound */
export async function listFiles(
  actor: Actor,
  draftId: string,
): Promise<{ draft: { id: string; title: string }; files: AssetRef[] }> {
  const found = await db.draft.findFirst({
    where: { ...draftsOf(actor), id: draftId },
    select: { id: true, title: true, assets: { orderBy: { name: "asc" }, select: draftFileSelect } },
  });
  if (!found) throw new NotFound("draft");
  const { assets, ...draft } = found;
  return { draft, files: assets.map(asAssetRef) };
}
