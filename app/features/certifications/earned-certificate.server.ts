import type { Actor } from "~/features/people/actor";
import { NotFound } from "~/platform/errors";
import { certificatePage } from "./certificate-queries.server";

/** A certificate named in an address; null where it is not the actor's to see. */
export async function earnedCertificate(
  actor: Actor,
  awardId: string | null,
): Promise<{ awardId: string; title: string } | null> {
  if (!awardId) return null;
  try {
    const { title } = await certificatePage(actor, awardId);
    return { awardId, title };
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}
