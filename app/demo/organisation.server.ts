/** The people of the demo company: who they are, what they hold and since when. */
import type { Access, Actor } from "~/features/people/actor";
import { addPerson } from "~/features/people/add-person.server";
import { giveInterval } from "~/features/people/assign.server";
import type { Assignable } from "~/features/people/assignment-rules";
import { at } from "~/platform/clock.server";
import { db, transaction } from "~/platform/db/client.server";
import { newId } from "~/platform/ids.server";
import { daysAfter, type Era } from "./era";
import { NAMES } from "./names";
import type { Random } from "./random";

export interface DemoPerson {
  actor: Actor;
  /** When the portal first knew them: its opening, or their first day. */
  joined: Date;
  /** One of the five accounts that anyone may sign in with. */
  account: string | null;
}

const ZONES: Record<string, readonly string[]> = {
  "north-america": ["America/New_York", "America/Chicago", "America/Los_Angeles", "America/Toronto"],
  emea: ["Europe/Berlin", "Europe/London", "Europe/Stockholm", "Europe/Istanbul"],
  "asia-pacific": ["Asia/Tokyo", "Asia/Singapore", "Asia/Kolkata", "Australia/Sydney"],
  "latin-america": ["America/Sao_Paulo", "America/Mexico_City", "America/Bogota"],
};

interface Place {
  jobRole?: string;
  team?: string;
  manages?: readonly string[];
  access?: readonly Access[];
  region: string;
  account?: string;
  name?: string;
}

/** 120 places: in each region a manager, fourteen account executives and fourteen service associates; and Human Resources. */
function places(): Place[] {
  const regional = Object.keys(NAMES).flatMap((region): Place[] => {
    const [sales, service] = [`${region}-sales`, `${region}-service`];
    const fill = (count: number, place: Place) => Array.from({ length: count }, () => place);
    return [
      { jobRole: "regional-sales-manager", manages: [sales, service], access: ["manager"], region },
      ...fill(14, { jobRole: "account-executive", team: sales, region }),
      ...fill(14, { jobRole: "customer-service-associate", team: service, region }),
    ];
  });
  const named = (jobRole: string, account: string, name: string) => {
    const place = regional.find((each) => each.region === "emea" && each.jobRole === jobRole)!;
    regional[regional.indexOf(place)] = { ...place, account, name };
  };
  named("regional-sales-manager", "rsm", "Ruth Meyer");
  named("account-executive", "executive", "Elias Holm");
  named("customer-service-associate", "associate", "Ada Lindgren");
  return [
    { access: ["admin"], region: "emea", account: "admin", name: "Alma Okonjo" },
    { access: ["auditor"], region: "emea", account: "auditor", name: "Henrik Rautio" },
    { access: ["auditor"], region: "north-america" },
    { access: ["admin"], region: "north-america" },
    ...regional,
  ];
}

export async function hireEveryone(era: Era, random: Random): Promise<DemoPerson[]> {
  await makeTeams();
  const taken = new Set<string>();
  const people: DemoPerson[] = [];
  for (const [index, place] of places().entries()) {
    const joined = daysAfter(
      era.opened,
      place.account === "associate" ? ASSOCIATE_JOINED : joinedOn(place, random),
    );
    const name = place.name ?? freshName(place.region, random, taken);
    people.push(await hire(place, { name, joined, index, random, era }));
  }
  return people;
}

/** The associate of the demo accounts is new: everything is still ahead of them. */
const ASSOCIATE_JOINED = 705;

/** In days after the opening. Most were there already; a handful are so new that nothing is due yet. */
function joinedOn({ team, account }: Place, random: Random): number {
  if (!team || account || !random.chance(0.3)) return 0;
  return random.chance(0.25) ? random.between(700, 722) : random.between(40, 690);
}

async function makeTeams(): Promise<void> {
  for (const region of Object.keys(NAMES)) {
    for (const [kind, name] of [
      ["sales", "Field sales"],
      ["service", "Customer service"],
    ] as const)
      await db.team.create({
        data: { id: `${region}-${kind}`, name, regionId: region },
        select: { id: true },
      });
  }
}

function freshName(region: string, random: Random, taken: Set<string>): string {
  const { given, family } = NAMES[region]!;
  for (;;) {
    const name = `${random.pick(given)} ${random.pick(family)}`;
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}

interface Hiring {
  name: string;
  joined: Date;
  index: number;
  random: Random;
  era: Era;
}

async function hire(place: Place, { name, joined, index, random, era }: Hiring): Promise<DemoPerson> {
  const email = `${place.account ?? emailName(name)}@demo.example`;
  const timeZone = place.account ? "Europe/Berlin" : random.pick(ZONES[place.region]!);
  /* Who was there when the portal opened had held the job for a while; it was recorded on the opening day. */
  const since = joined > era.opened ? joined : daysAfter(era.opened, -random.between(100, 2_000));
  const written = {
    actorId: null,
    reason: joined > era.opened ? "First day" : "Taken over when the portal opened",
  };
  const personId = await at(joined, () =>
    transaction(async (tx) => {
      const details = { name, email, employeeNumber: `H-${String(1001 + index)}` };
      const id = await addPerson(tx, { ...details, timeZone, ...written });
      for (const assignment of assignmentsOf(place))
        await giveInterval(tx, {
          personId: id,
          ...assignment,
          interval: { from: since, until: null },
          timeZone,
          ...written,
        });
      return id;
    }),
  );
  const actor: Actor = {
    personId,
    name,
    email,
    timeZone,
    sessionId: newId(),
    access: place.access ?? [],
    jobRoleIds: place.jobRole ? [place.jobRole] : [],
    teamId: place.team ?? null,
    regionId: place.team || place.manages ? place.region : null,
    managedTeamIds: place.manages ?? [],
  };
  return { actor, joined, account: place.account ?? null };
}

function assignmentsOf({ jobRole, team, manages = [], access = [] }: Place): Assignable[] {
  return [
    ...(jobRole ? [{ kind: "job-role" as const, value: jobRole }] : []),
    ...(team ? [{ kind: "team-member" as const, value: team }] : []),
    ...manages.map((value) => ({ kind: "team-manager" as const, value })),
    ...access.map((value) => ({ kind: "access" as const, value })),
  ];
}

function emailName(name: string): string {
  return name
    .normalize("NFD")
    .toLowerCase()
    .replaceAll(/[^a-z -]/g, "")
    .replaceAll(" ", ".");
}
