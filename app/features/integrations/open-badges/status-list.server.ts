/** Public lists of which badges do not count at the moment (W3C Bitstring Status List 1.0). */
import { gzipSync } from "node:zlib";
import type { JsonObject } from "~/platform/canonical-json";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { env } from "~/platform/env.server";
import { NotFound } from "~/platform/errors";
import { CREDENTIALS_CONTEXT, second, statusListAddress, type StatusPurpose } from "./badge-credential";
import { LIST_LENGTH } from "./badge-places.server";
import { issuerKey } from "./issuer-key.server";
import { withProof } from "./sign-credential.server";

/** How long a copy may be relied on. */
export const FRESH_SECONDS = 300;

/** @throws NotFound when no badge is in it */
export async function statusList(list: number, purpose: StatusPurpose): Promise<JsonObject> {
  const [{ did }, stopped] = [await issuerKey(), await stoppedPlaces(list, purpose)];
  const t = now();
  const address = statusListAddress(env.BASE_URL, list, purpose);
  return withProof({
    "@context": [CREDENTIALS_CONTEXT],
    id: address,
    type: ["VerifiableCredential", "BitstringStatusListCredential"],
    issuer: did,
    validFrom: second(t),
    validUntil: second(new Date(t.getTime() + 24 * 3_600_000)),
    credentialSubject: {
      id: `${address}#list`,
      type: "BitstringStatusList",
      statusPurpose: purpose,
      encodedList: `u${gzipSync(bits(stopped)).toString("base64url")}`,
    },
  });
}

/** The first bit is the highest of the first byte. */
export function bits(indexes: readonly number[]): Buffer {
  const bytes = Buffer.alloc(LIST_LENGTH / 8);
  for (const index of indexes) bytes[index >> 3]! |= 0x80 >> (index & 7);
  return bytes;
}

/** A badge of an award that was corrected later says what is no longer so, and counts as revoked. */
async function stoppedPlaces(list: number, purpose: StatusPurpose): Promise<number[]> {
  const there = await db.badgePlace.findFirst({ where: { list }, select: { index: true } });
  if (!there) throw new NotFound("status list");
  const t = now();
  const rows = await db.$queryRaw<{ index: number; kind: string | null; outdated: number | bigint }[]>`
    SELECT place."index", last."kind",
           (SELECT COUNT(*) FROM "AwardEvent" fix WHERE fix."awardId" = place."awardId"
              AND fix."kind" = 'corrected' AND fix."number" > place."correction") AS "outdated"
    FROM "BadgePlace" place
    LEFT JOIN "AwardEvent" last ON last."awardId" = place."awardId" AND last."number" = (
      SELECT MAX(e."number") FROM "AwardEvent" e WHERE e."awardId" = place."awardId"
        AND e."kind" <> 'corrected' AND e."effectiveAt" <= ${t})
    WHERE place."list" = ${list} AND EXISTS (SELECT 1 FROM "AwardEvent" happened WHERE happened."awardId" = place."awardId")`;
  return rows.flatMap(({ index, kind, outdated }) => {
    const revoked = Number(outdated) > 0 || kind === "revoked" || kind === "surrendered";
    return (purpose === "revocation" ? revoked : kind === "suspended") ? index : [];
  });
}
