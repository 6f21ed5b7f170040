import { randomInt } from "node:crypto";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { isUniqueViolation } from "~/platform/db/unique-violation";

/** As many as Bitstring Status List 1.0 asks for at least, so that a place tells nothing of its neighbours. */
export const LIST_LENGTH = 131_072;
/** A list is given out half, so that a free place is found by chance within a few tries. */
const GIVEN_OUT = LIST_LENGTH / 2;

export interface BadgePlace {
  readonly list: number;
  readonly index: number;
}

/** The place of this badge, the same every time; drawn by chance, so that it does not tell when it was issued. */
export async function badgePlace(awardId: string, correction: number): Promise<BadgePlace> {
  const where = { awardId_correction: { awardId, correction } };
  const select = { list: true, index: true };
  for (;;) {
    const found = await db.badgePlace.findUnique({ where, select });
    if (found) return found;
    const list = Math.floor((await db.badgePlace.count()) / GIVEN_OUT);
    const place = { awardId, correction, list, index: randomInt(LIST_LENGTH), createdAt: now() };
    await db.badgePlace.create({ data: place, select }).catch((error: unknown) => {
      if (!isUniqueViolation(error)) throw error;
    });
  }
}
