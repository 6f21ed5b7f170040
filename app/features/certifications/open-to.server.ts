import { may, type Actor } from "~/features/people/actor";
import { inForce } from "~/features/people/as-of.server";
import { now } from "~/platform/clock.server";
import { db, sql } from "~/platform/db/client.server";
import { NotFound } from "~/platform/errors";
import { mayOpenCertificate } from "./certificate-policy";

/**
 * What belongs to a person is open to them, to who manages them, to auditors and administrators.
 * @throws NotFound for everybody else
 */
export async function requireOpenTo(actor: Actor, personId: string, what: string): Promise<void> {
  if (mayOpenCertificate(actor, { personId, teamIds: [] })) return;
  const teamIds = may(actor, "manager") ? await findTeamIds(personId) : [];
  if (!mayOpenCertificate(actor, { personId, teamIds })) throw new NotFound(what);
}

async function findTeamIds(personId: string): Promise<string[]> {
  const t = now();
  const rows = await db.$queryRaw<{ teamId: string }[]>`
    SELECT member."teamId" FROM "Assignment" member
    WHERE member."personId" = ${personId} AND member."kind" = 'team-member'
      AND ${inForce(sql`member`, { effective: t, known: t })}`;
  return rows.map(({ teamId }) => teamId);
}
