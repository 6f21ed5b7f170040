import type { Actor } from "~/features/people/actor";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { NotFound } from "~/platform/errors";
import { awardOptions } from "./award-actors.server";
import { findCertificate } from "./certificate-queries.server";
import { findAwards } from "./certification-facts.server";
import { awardStanding } from "./certification-rules";

/** What the actor may do to a certificate now. @throws NotFound when that is nothing */
export async function awardChangePage(actor: Actor, awardId: string) {
  const t = now();
  const found = await findCertificate(actor, awardId);
  const { personId, certificationId, holderName, proposalId, roles } = found;
  const award = (await findAwards({ personIds: [personId] }, t, certificationId)).find(
    ({ id }) => id === awardId,
  );
  const standing = award && awardStanding(award, { effective: t, known: t });
  if (!standing) throw new NotFound("certificate");
  const { changes, mayAnswer, mine, any } = awardOptions(actor, roles, award, found);
  if (!any) throw new NotFound("certificate");
  const proposal = proposalId === null ? null : await findProposal(proposalId);
  const { title, edition } = award;
  const { state, validFrom, validUntil } = standing;
  return {
    certificate: { id: awardId, title, edition, holderName, state, validFrom, validUntil },
    changes,
    proposal:
      proposal && (mayAnswer || mine || roles.administrator) ? { ...proposal, mayAnswer, mine } : null,
  };
}

async function findProposal(id: string) {
  const rows = await db.$queryRaw<
    {
      id: string;
      reason: string;
      effectiveAt: Date;
      proposedById: string;
      proposedAt: Date;
      proposedBy: string;
    }[]
  >`
    SELECT proposal."id", proposal."reason", proposal."effectiveAt", proposal."proposedById",
           proposal."proposedAt", p."name" AS "proposedBy"
    FROM "AwardProposal" proposal JOIN "Person" p ON p."id" = proposal."proposedById"
    WHERE proposal."id" = ${id}`;
  return rows[0] ?? null;
}
