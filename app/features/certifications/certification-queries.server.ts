/** A person's own certificates, and what a stranger may know of one. */
import type { Actor } from "~/features/people/actor";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { normaliseCode } from "./award-code";
import { leavesOf, readDefinition, stepKey } from "./certification-definition";
import { findAwards } from "./certification-facts.server";
import { awardStanding, type AwardState } from "./certification-rules";
import { stepAddress } from "./step-address";
import { findOwnSteps } from "./step-queries.server";
import { validityWords } from "./validity-words";

/** Valid and past certificates of the actor, and what else can be earned. Four queries. */
export async function myCertificates(actor: Actor) {
  const t = now();
  const [awards, certifications] = await Promise.all([
    findAwards({ personIds: [actor.personId] }, t),
    findCertifications(),
  ]);
  const certificates = awards
    .flatMap((award) => {
      const standing = awardStanding(award, { effective: t, known: t });
      const { id, certificationId, title, edition, number } = award;
      return standing ? [{ ...standing, id, certificationId, title, edition, number }] : [];
    })
    .sort((a, b) => b.validFrom.getTime() - a.validFrom.getTime());
  const valid = certificates.filter(({ state }) => state === "valid");
  const held = new Set(valid.map(({ certificationId }) => certificationId));
  const others = certifications.filter(({ id }) => !held.has(id));
  const { facts: steps } = await findOwnSteps(
    actor,
    others.flatMap(({ requirements }) => leavesOf(requirements)),
  );
  return {
    valid,
    past: certificates.filter(({ state }) => state !== "valid"),
    /* One whose every course is for others is not this person's to earn. */
    others: others
      .map(({ id, title, edition, summary, validity, requirements }) => ({
        id,
        title,
        edition,
        summary,
        lasts: validityWords(validity),
        steps: leavesOf(requirements).flatMap((step) => {
          const facts = steps.get(stepKey(step));
          if (!facts?.available) return [];
          const name =
            "statement" in step
              ? step.statement.title
              : "certificate" in step
                ? step.certificate.title
                : facts.title;
          return [{ key: stepKey(step), kind: facts.kind, title: name, to: stepAddress(id, step) }];
        }),
      }))
      .filter((certification) => certification.steps.length > 0),
  };
}

async function findCertifications() {
  const rows = await db.$queryRaw<{ id: string; definition: string }[]>`
    SELECT r."id", r."definition"
    FROM "Certification" c JOIN "CertificationRevision" r ON r."id" = c."currentRevisionId"
    WHERE c."archivedAt" IS NULL
    ORDER BY c."title", c."id"`;
  return rows.map(({ id, definition }) => readDefinition(id, definition));
}

/** For filters. */
export async function listCertifications(): Promise<{ id: string; title: string }[]> {
  return db.certification.findMany({
    orderBy: [{ title: "asc" }, { id: "asc" }],
    select: { id: true, title: true },
  });
}

/** All that a stranger learns: no reason, no record, no other certificate of the person. */
export interface Verified {
  readonly holderName: string;
  readonly title: string;
  readonly edition: string;
  readonly state: AwardState;
}

export async function verifyCode(typed: string): Promise<Verified | null> {
  const code = normaliseCode(typed);
  if (!code) return null;
  const t = now();
  const award = await db.award.findUnique({
    where: { code },
    select: { id: true, personId: true, certificationId: true, holderName: true },
  });
  if (!award) return null;
  const awards = await findAwards({ personIds: [award.personId] }, t, award.certificationId);
  const facts = awards.find(({ id }) => id === award.id);
  const standing = facts && awardStanding(facts, { effective: t, known: t });
  if (!standing) return null;
  const { title, edition } = facts;
  return { holderName: award.holderName, title, edition, state: standing.state };
}
