/** The pictures of a bank, which its hotspots show. */
import { assetTypes } from "~/features/content/inspect-asset.server";
import { findAssets } from "~/features/content/asset-queries.server";
import { storeAsset } from "~/features/content/store-asset.server";
import type { Actor } from "~/features/people/actor";
import { fileNameOf } from "~/features/publishing/file-names";
import { now } from "~/platform/clock.server";
import { db, transaction } from "~/platform/db/client.server";
import { Invalid } from "~/platform/errors";
import { limit } from "~/platform/rate-limit.server";
import type { BankFigures } from "../questions/compile-question.server";
import { bankBounds } from "./bank-bounds";
import { lockBank, openBank } from "./bank-policy.server";

const uploads = {
  points: 60,
  seconds: 300,
  message:
    "Many pictures were uploaded from your account in the last minutes. Nothing of this one was stored; please wait a little and send it again.",
};

export interface UploadedFigure {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * A picture with the name of another takes its place; questions keep the one that they were saved with until they are
 * saved again. @returns the names as they are from now on
 * @throws Invalid for what is no picture: then none is taken
 */
export async function addFigures(
  actor: Actor,
  { bank: slug, figures }: { bank: string; figures: readonly UploadedFigure[] },
): Promise<string[]> {
  await openBank(actor, slug);
  if (figures.length === 0) throw refused("Choose a picture first.");
  const stored = new Map<string, string>();
  for (const { name: given, bytes } of figures) {
    await limit("bank-figures", actor.personId, uploads);
    const name = fileNameOf(given);
    if (!assetTypes.get(name.split(".").pop()!)?.startsWith("image/"))
      throw refused(`${name} is no picture. Use PNG, JPEG, WebP or SVG.`);
    try {
      stored.set(name, (await storeAsset({ name, bytes })).hash);
    } catch (error) {
      if (error instanceof Invalid) throw refused(error.message);
      throw error;
    }
  }
  await transaction(async (tx) => {
    const { id: bankId } = await lockBank(tx, actor, slug);
    for (const [name, hash] of stored) {
      const known = await tx.questionFigure.findUnique({ where: { hash }, select: { hash: true } });
      if (!known) await tx.questionFigure.create({ data: { hash, bankId }, select: { hash: true } });
      await tx.bankFigure.upsert({
        where: { bankId_name: { bankId, name } },
        create: { bankId, name, hash, createdAt: now() },
        update: { hash, createdAt: now() },
        select: { name: true },
      });
    }
    if ((await tx.bankFigure.count({ where: { bankId } })) > bankBounds.figures)
      throw refused(`A bank holds at most ${bankBounds.figures} pictures. Nothing was added.`);
  });
  return [...stored.keys()];
}

function refused(message: string): Invalid {
  return new Invalid("figure", message, { figures: [message] });
}

/** By file name, with what a question needs of each. */
export async function figuresOf(bankId: string): Promise<BankFigures> {
  const rows = await db.bankFigure.findMany({
    where: { bankId },
    orderBy: { name: "asc" },
    select: { name: true, hash: true },
  });
  if (rows.length === 0) return new Map();
  const assets = new Map(
    (await findAssets(rows.map(({ hash }) => hash))).map((asset) => [asset.hash, asset]),
  );
  return new Map(
    rows.map(({ name, hash }) => {
      const { width = null, height = null } = assets.get(hash) ?? {};
      return [name, { hash, name, width: width ?? 0, height: height ?? 0 }];
    }),
  );
}
