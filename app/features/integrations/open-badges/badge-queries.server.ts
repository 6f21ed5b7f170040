/** The badge of a certificate, for its holder; and what it is a badge of, for anyone. */
import { awardStanding } from "~/features/certifications/certification-rules";
import { readDefinition } from "~/features/certifications/certification-definition";
import { findAwards } from "~/features/certifications/certification-facts.server";
import { issuerName } from "~/features/certifications/issuer-name.server";
import type { Actor } from "~/features/people/actor";
import type { JsonObject } from "~/platform/canonical-json";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { env } from "~/platform/env.server";
import { NotFound } from "~/platform/errors";
import {
  achievementDocument,
  badgeCredential,
  BADGES_CONTEXT,
  type Credential,
  identityHash,
} from "./badge-credential";
import { badgePlace } from "./badge-places.server";
import { issuerKey } from "./issuer-key.server";
import { asJwt, withProof } from "./sign-credential.server";

interface BadgeFile {
  readonly name: string;
  readonly text: string;
}

/** With the proof inside. @throws NotFound when it is not the actor's own, or does not count any more */
export async function badgeAsJson(actor: Actor, awardId: string): Promise<BadgeFile> {
  const { credential, name } = await findBadge(actor, awardId);
  return { name: `${name}.json`, text: JSON.stringify(await withProof(credential), null, 2) };
}

/** @throws NotFound as `badgeAsJson` does */
export async function badgeAsJwt(actor: Actor, awardId: string): Promise<BadgeFile> {
  const { credential, name, subject } = await findBadge(actor, awardId);
  return { name: `${name}.jwt`, text: await asJwt(credential, subject) };
}

async function findBadge(actor: Actor, awardId: string) {
  const t = now();
  const award = (await findAwards({ personIds: [actor.personId] }, t)).find(({ id }) => id === awardId);
  const standing = award && awardStanding(award, { effective: t, known: t });
  if (!award || standing?.state !== "valid") throw new NotFound("badge");
  const { holderName, revision, revisionId } = await db.award.findUniqueOrThrow({
    where: { id: awardId },
    select: { holderName: true, revisionId: true, revision: { select: { definition: true } } },
  });
  const { title, edition, summary } = readDefinition(revisionId, revision.definition);
  const correction = award.events.findLast(({ kind }) => kind === "corrected")?.number ?? 0;
  const { did } = await issuerKey();
  const credential: Credential = badgeCredential({
    baseUrl: env.BASE_URL,
    issuer: { did, name: await issuerName() },
    code: award.code,
    correction,
    holder: { name: holderName, email: actor.email },
    achievement: { certificationId: award.certificationId, title, edition, summary },
    validFrom: standing.validFrom,
    validUntil: standing.validUntil,
    place: await badgePlace(awardId, correction),
  });
  const subject = `urn:attest:${identityHash(actor.email, award.code).slice("sha256$".length)}`;
  return { credential, subject, name: `${award.certificationId}-${award.code}` };
}

/** @throws NotFound where there is no such certification, or it was never in force */
export async function achievement(certificationId: string): Promise<JsonObject> {
  const [found] = await db.$queryRaw<{ id: string; definition: string }[]>`
    SELECT r."id", r."definition" FROM "Certification" c
    JOIN "CertificationRevision" r ON r."id" = c."currentRevisionId" WHERE c."id" = ${certificationId}`;
  if (!found) throw new NotFound("certification");
  const { title, edition, summary } = readDefinition(found.id, found.definition);
  return {
    "@context": [BADGES_CONTEXT],
    ...achievementDocument(env.BASE_URL, { certificationId, title, edition, summary }),
  };
}
