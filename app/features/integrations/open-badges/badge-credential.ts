/** A certificate as an Open Badges 3.0 credential (1EdTech; W3C Verifiable Credentials 2.0). Pure. */
import { createHash } from "node:crypto";
import type { JsonObject } from "~/platform/canonical-json";

export const CREDENTIALS_CONTEXT = "https://www.w3.org/ns/credentials/v2";
export const BADGES_CONTEXT = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";

export type Credential = JsonObject & { readonly "@context": readonly string[]; readonly id: string };

export interface Badge {
  readonly baseUrl: string;
  readonly issuer: { readonly did: string; readonly name: string };
  readonly code: string;
  readonly correction: number;
  readonly holder: { readonly name: string; readonly email: string };
  readonly achievement: Achievement;
  readonly validFrom: Date;
  readonly validUntil: Date | null;
  readonly place: { readonly list: number; readonly index: number };
}

export interface Achievement {
  readonly certificationId: string;
  readonly title: string;
  readonly edition: string;
  readonly summary: string;
}

export const STATUS_PURPOSES = ["revocation", "suspension"] as const;
export type StatusPurpose = (typeof STATUS_PURPOSES)[number];

export function statusListAddress(baseUrl: string, list: number, purpose: StatusPurpose): string {
  return `${baseUrl}/badges/status/${list}/${purpose}`;
}

export function badgeCredential(badge: Badge): Credential {
  const { baseUrl, issuer, code, correction, holder, validFrom, validUntil, place } = badge;
  return {
    "@context": [CREDENTIALS_CONTEXT, BADGES_CONTEXT],
    id: `${baseUrl}/verify/${code}${correction > 0 ? `#${correction}` : ""}`,
    type: ["VerifiableCredential", "OpenBadgeCredential"],
    name: badge.achievement.title,
    issuer: { id: issuer.did, type: ["Profile"], name: issuer.name, url: baseUrl },
    validFrom: second(validFrom),
    /* The last second that counts: a verifier compares whole seconds. */
    ...(validUntil ? { validUntil: second(new Date(validUntil.getTime() - 1_000)) } : {}),
    credentialSubject: {
      type: ["AchievementSubject"],
      identifier: [
        { type: "IdentityObject", hashed: false, identityHash: holder.name, identityType: "name" },
        /* Whoever knows the address can compare it; who does not, learns nothing. The code is known to the holder alone. */
        {
          type: "IdentityObject",
          hashed: true,
          identityHash: identityHash(holder.email, code),
          identityType: "emailAddress",
          salt: code,
        },
      ],
      achievement: achievementDocument(baseUrl, badge.achievement),
    },
    credentialStatus: STATUS_PURPOSES.map((purpose) => {
      const list = statusListAddress(baseUrl, place.list, purpose);
      return {
        id: `${list}#${place.index}`,
        type: "BitstringStatusListEntry",
        statusPurpose: purpose,
        statusListIndex: String(place.index),
        statusListCredential: list,
      };
    }),
  };
}

export function achievementDocument(baseUrl: string, achievement: Achievement): JsonObject {
  const { certificationId, title, edition, summary } = achievement;
  return {
    id: `${baseUrl}/badges/${certificationId}`,
    type: ["Achievement"],
    achievementType: "Certification",
    name: title,
    description: summary,
    version: edition,
    criteria: { narrative: `Everything that edition ${edition} of ${title} asks for was met. ${summary}` },
  };
}

/** IdentityHash of Open Badges 3.0, appendix B.1: of the identity with the salt after it. */
export function identityHash(identity: string, salt: string): string {
  return `sha256$${createHash("sha256").update(`${identity}${salt}`).digest("hex")}`;
}

export function second(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}
