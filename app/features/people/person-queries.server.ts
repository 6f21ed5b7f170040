import { now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { NotFound } from "~/platform/errors";
import { ACCESS_WORDS } from "./access-words";
import type { Actor } from "./actor";
import { ASSIGNMENT_KINDS, type AssignmentKind } from "./assignment-rules";
import { isAccess } from "./held";
import { organisationNames, type OrganisationNames } from "./organisation-names.server";
import { requireAdministrator } from "./people-policy";
import type { PeopleAction } from "./record-change.server";

export interface HeldAssignment {
  id: string;
  kind: AssignmentKind;
  name: string;
  heldFrom: Date;
  heldUntil: Date | null;
  reason: string;
  state: "now" | "later" | "before";
}

export interface PersonPage {
  id: string;
  name: string;
  email: string;
  employeeNumber: string;
  leftAt: Date | null;
  hasLeft: boolean;
  invited: boolean;
  assignments: HeldAssignment[];
  names: OrganisationNames;
}

export async function findPerson(actor: Actor, personId: string): Promise<PersonPage> {
  requireAdministrator(actor);
  const [names, person] = await Promise.all([
    organisationNames(),
    db.person.findUnique({
      where: { id: personId },
      select: {
        id: true,
        name: true,
        email: true,
        employeeNumber: true,
        leftAt: true,
        credential: { select: { personId: true } },
        assignments: {
          where: { supersededAt: null },
          orderBy: [{ heldFrom: "desc" }, { id: "asc" }],
          select: {
            id: true,
            kind: true,
            jobRoleId: true,
            teamId: true,
            access: true,
            heldFrom: true,
            heldUntil: true,
            reason: true,
          },
        },
      },
    }),
  ]);
  if (!person) throw new NotFound("person");
  const { credential, assignments, ...details } = person;
  return {
    ...details,
    names,
    hasLeft: person.leftAt !== null && person.leftAt <= now(),
    invited: credential === null,
    assignments: assignments.map(({ jobRoleId, teamId, access, ...row }) => ({
      ...row,
      kind: ASSIGNMENT_KINDS.find((kind) => kind === row.kind) ?? "job-role",
      name: nameIn(names, { jobRoleId, teamId, access }),
      state: stateOf(row),
    })),
  };
}

function nameIn(
  { jobRoles, teams }: OrganisationNames,
  { jobRoleId, teamId, access }: { jobRoleId: string | null; teamId: string | null; access: string | null },
): string {
  if (isAccess(access)) return ACCESS_WORDS[access].name;
  const found = [...jobRoles, ...teams].find(({ id }) => id === (jobRoleId ?? teamId));
  return found?.name ?? "";
}

function stateOf({
  heldFrom,
  heldUntil,
}: {
  heldFrom: Date;
  heldUntil: Date | null;
}): HeldAssignment["state"] {
  if (heldUntil && heldUntil <= now()) return "before";
  return heldFrom > now() ? "later" : "now";
}

export interface HistoryEntry {
  id: string;
  at: Date;
  action: PeopleAction;
  summary: string;
  reason: string;
  actorName: string | null;
}

const HISTORY_PAGE = 40;
/** Sorts behind every id, whatever the collation: ids are hexadecimal. */
const AFTER_ALL = "g";

/** What was changed about a person, the latest first, with who did it. */
export async function personHistory(
  actor: Actor,
  personId: string,
  before: string | null,
): Promise<{ entries: HistoryEntry[]; next: string | null }> {
  requireAdministrator(actor);
  /* Ids sort by time, and PeopleChange keeps the actor's id without a relation: it outlives what it is about. */
  const entries = await db.$queryRaw<HistoryEntry[]>`
    SELECT c."id", c."at", c."action", c."summary", c."reason", p."name" AS "actorName"
    FROM "PeopleChange" c LEFT JOIN "Person" p ON p."id" = c."actorId"
    WHERE c."personId" = ${personId} AND c."id" < ${before ?? AFTER_ALL}
    ORDER BY c."id" DESC LIMIT ${HISTORY_PAGE + 1}`;
  const shown = entries.slice(0, HISTORY_PAGE);
  return { entries: shown, next: entries.length > HISTORY_PAGE ? shown.at(-1)!.id : null };
}
