import { freeSlug, slugOf } from "~/features/publishing/draft-rules";
import type { Actor } from "~/features/people/actor";
import { now } from "~/platform/clock.server";
import { transaction } from "~/platform/db/client.server";
import { Invalid } from "~/platform/errors";
import { newId } from "~/platform/ids.server";
import { requireOffice } from "../office/office-policy.server";
import { bankBounds } from "./bank-bounds";
import { lockBank } from "./bank-policy.server";
import { againWhenTaken, takenSlugs } from "./taken-slugs.server";

/** Resolves to the bank's slug, made from the title. */
export async function createBank(actor: Actor, { title }: { title: string }): Promise<string> {
  requireOffice(actor);
  const base = slugOf(title) || "bank";
  return againWhenTaken(() =>
    transaction(async (tx) => {
      if ((await tx.bank.count({ where: { ownerId: actor.personId } })) >= bankBounds.banks) {
        const message = `You have ${bankBounds.banks} banks already. Put these questions in one of them.`;
        throw new Invalid("too-many-banks", message, { title: [message] });
      }
      const slug = freeSlug(base, await takenSlugs(tx, base.slice(0, 40)));
      const createdAt = now();
      await tx.bank.create({
        data: { id: newId(), slug, title, ownerId: actor.personId, createdAt, updatedAt: createdAt },
        select: { id: true },
      });
      return slug;
    }),
  );
}

/** The address stays, since sections of tests name the bank by it. */
export async function renameBank(actor: Actor, { bank, title }: { bank: string; title: string }) {
  await transaction(async (tx) => {
    const { id } = await lockBank(tx, actor, bank);
    await tx.bank.update({ where: { id }, data: { title }, select: { id: true } });
  });
}
