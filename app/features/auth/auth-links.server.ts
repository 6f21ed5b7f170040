/**
 * Single-use links that let a person set a password: an invitation, or a reset. Only a hash of the link's secret is
 * kept, and looking at the link does not use it up, because mail scanners open links before people do.
 */
import { now } from "~/platform/clock.server";
import { db, type Tx } from "~/platform/db/client.server";
import { env } from "~/platform/env.server";
import { newId, newSecret, sha256 } from "~/platform/ids.server";

export type LinkPurpose = "invitation" | "reset";

const HOUR = 3_600_000;
const LASTS: Record<LinkPurpose, number> = { invitation: 7 * 24 * HOUR, reset: HOUR };

/** A new link; those made before no longer work. */
export async function makeLink(tx: Tx, personId: string, purpose: LinkPurpose): Promise<string> {
  await voidLinks(tx, personId);
  const secret = newSecret();
  const createdAt = now();
  const expiresAt = new Date(createdAt.getTime() + LASTS[purpose]);
  await tx.authToken.create({
    data: { id: newId(), secretHash: sha256(secret), personId, purpose, createdAt, expiresAt },
    select: { id: true },
  });
  return new URL(`/set-password/${secret}`, env.BASE_URL).href;
}

export async function voidLinks(tx: Tx, personId: string): Promise<void> {
  await tx.authToken.updateMany({ where: { personId, usedAt: null }, data: { usedAt: now() } });
}

export interface OpenLink {
  personId: string;
  name: string;
  email: string;
  purpose: LinkPurpose;
}

/** What the link is good for; null when it was used, has expired, was replaced or never was. */
export async function findLink(secret: string, client: typeof db | Tx = db): Promise<OpenLink | null> {
  const token = await client.authToken.findUnique({
    where: { secretHash: sha256(secret) },
    select: {
      purpose: true,
      expiresAt: true,
      usedAt: true,
      person: { select: { id: true, name: true, email: true, leftAt: true } },
    },
  });
  if (!token || token.usedAt || token.expiresAt <= now()) return null;
  const { id: personId, name, email, leftAt } = token.person;
  if (leftAt && leftAt <= now()) return null;
  return { personId, name, email, purpose: token.purpose === "invitation" ? "invitation" : "reset" };
}

/** Uses the link up. Of several at once, one gets true. */
export async function claimLink(tx: Tx, secret: string): Promise<boolean> {
  const claimed = await tx.authToken.updateMany({
    where: { secretHash: sha256(secret), usedAt: null, expiresAt: { gt: now() } },
    data: { usedAt: now() },
  });
  return claimed.count === 1;
}
