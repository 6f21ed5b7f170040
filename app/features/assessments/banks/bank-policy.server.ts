/** Whose banks an actor may open: their own, as long as they run tests; administrators all of them. */
import { may, type Actor } from "~/features/people/actor";
import { now } from "~/platform/clock.server";
import { db, type Prisma, type Tx } from "~/platform/db/client.server";
import { NotFound } from "~/platform/errors";
import { requireOffice } from "../office/office-policy.server";

export interface OwnBank {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly ownerId: string;
}

const columns = { id: true, slug: true, title: true, ownerId: true } as const;

/** @throws NotFound */
export function banksOf(actor: Actor): Prisma.BankWhereInput {
  requireOffice(actor);
  return may(actor, "admin") ? {} : { ownerId: actor.personId };
}

/** @throws NotFound */
export async function openBank(actor: Actor, slug: string): Promise<OwnBank> {
  const bank = await db.bank.findFirst({ where: { ...banksOf(actor), slug }, select: columns });
  if (!bank) throw new NotFound("question bank");
  return bank;
}

/**
 * First in every command that changes a bank: from here to the end of the transaction nobody else changes it, so that
 * the tests that draw from it are made anew from all that was written.
 * @throws NotFound
 */
export async function lockBank(tx: Tx, actor: Actor, slug: string): Promise<OwnBank> {
  const { count } = await tx.bank.updateMany({
    where: { ...banksOf(actor), slug },
    data: { updatedAt: now() },
  });
  if (count !== 1) throw new NotFound("question bank");
  return tx.bank.findUniqueOrThrow({ where: { slug }, select: columns });
}
