import { storeAsset } from "~/features/content/store-asset.server";
import { db } from "~/platform/db/client.server";

/** Keeps the pictures of a bank, so that questions can show them. Safe to repeat. @throws Invalid */
export async function storeFigures(
  bankId: string,
  figures: readonly { readonly name: string; readonly bytes: Uint8Array }[],
): Promise<void> {
  for (const figure of figures) {
    const { hash } = await storeAsset(figure);
    const known = await db.questionFigure.findUnique({ where: { hash }, select: { hash: true } });
    if (!known) await db.questionFigure.createMany({ data: [{ hash, bankId }] });
  }
}

/** Whoever is signed in may see it: its hash is known only from a question that showed it. */
export async function isQuestionFigure(hash: string): Promise<boolean> {
  return (await db.questionFigure.findUnique({ where: { hash }, select: { hash: true } })) !== null;
}
