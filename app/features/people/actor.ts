/** What a person may do beyond learning. Granted to them as an assignment of kind "access". */
export type Access = "manager" | "auditor" | "admin";

/** The signed-in person, with what they hold now. */
export interface Actor {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly timeZone: string;
  readonly sessionId: string;
  readonly access: readonly Access[];
  readonly jobRoleIds: readonly string[];
  readonly teamId: string | null;
  readonly regionId: string | null;
  readonly managedTeamIds: readonly string[];
  /** Notifications not read yet: counted with the session, so that the navigation of a page costs no query. */
  readonly unread?: number;
}

export function may(actor: Actor, access: Access): boolean {
  return actor.access.includes(access);
}
