import { may, type Actor } from "~/features/people/actor";

/** Who may open a certificate: its holder, who manages them, who audits, who administers. */
export function mayOpenCertificate(
  actor: Actor,
  holder: { personId: string; teamIds: readonly string[] },
): boolean {
  return (
    holder.personId === actor.personId ||
    may(actor, "auditor") ||
    may(actor, "admin") ||
    (may(actor, "manager") && holder.teamIds.some((id) => actor.managedTeamIds.includes(id)))
  );
}
