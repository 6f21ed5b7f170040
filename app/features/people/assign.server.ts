import type { Tx } from "~/platform/db/client.server";
import { transaction } from "~/platform/db/client.server";
import { Invalid } from "~/platform/errors";
import { ACCESS_WORDS } from "./access-words";
import type { Actor } from "./actor";
import { type Assignable, type Interval, giving, isExclusive } from "./assignment-rules";
import { type Day, dayInWords, dayOf, startOfDay } from "./calendar";
import { isAccess } from "./held";
import { untilAfter } from "./last-day.server";
import { lockPerson } from "./lock-people.server";
import { requireAdministrator } from "./people-policy";
import { recordChange } from "./record-change.server";
import { accepted, heldIntervals, writeChange } from "./write-assignments.server";
import { teamLabel } from "./organisation-names.server";

export interface AssignInput {
  personId: string;
  kind: Assignable["kind"];
  value: string;
  from: Day;
  lastDay?: Day | undefined;
  reason: string;
}

/** Gives a person a job role, a team to belong to or to manage, or access. */
export async function assign(actor: Actor, input: AssignInput): Promise<void> {
  requireAdministrator(actor);
  const { personId, kind, value, from, lastDay, reason } = input;
  const interval = {
    from: startOfDay(from, actor.timeZone),
    until: lastDay ? untilAfter(lastDay, actor.timeZone) : null,
  };
  await transaction((tx) =>
    giveInterval(tx, {
      personId,
      kind,
      value,
      interval,
      actorId: actor.personId,
      reason,
      timeZone: actor.timeZone,
    }),
  );
}

interface Given {
  personId: string;
  kind: Assignable["kind"];
  value: string;
  interval: Interval;
  actorId: string | null;
  reason: string;
  timeZone: string;
}

export async function giveInterval(tx: Tx, given: Given): Promise<void> {
  const { personId, kind, value, interval, actorId, reason, timeZone } = given;
  const name = await nameOf(tx, kind, value);
  await lockPerson(tx, personId);
  await requireEmployedUntil(tx, personId, interval, timeZone);
  const held = await heldIntervals(tx, personId, kind);
  const change = accepted(giving(held, { value, ...interval }, isExclusive(kind)));
  await writeChange(tx, change, { personId, kind, actorId, reason });
  const summary = `${name} ${intervalInWords(interval, timeZone)}`;
  await recordChange(tx, { personId, actorId, action: "assigned", summary, reason });
}

/** What the thing is called, for histories. @throws Invalid when there is no such thing */
export async function nameOf(tx: Tx, kind: Assignable["kind"], value: string): Promise<string> {
  const byId = { where: { id: value }, select: { name: true } };
  if (kind === "access" && isAccess(value)) return `Access: ${ACCESS_WORDS[value].name}`;
  if (kind === "job-role") {
    const jobRole = await tx.jobRole.findUnique(byId);
    if (jobRole) return `Job role: ${jobRole.name}`;
  }
  if (kind === "team-member" || kind === "team-manager") {
    const team = await tx.team.findUnique({
      where: { id: value },
      select: { name: true, region: { select: { name: true } } },
    });
    const what = kind === "team-member" ? "Member" : "Manager";
    if (team) return `${what} of team: ${teamLabel(team.name, team.region.name)}`;
  }
  throw new Invalid("unknown-choice", "Choose one from the list.", { value: ["Choose one from the list."] });
}

function intervalInWords({ from, until }: Interval, timeZone: string): string {
  const first = `from ${dayInWords(dayOf(from, timeZone))}`;
  if (!until) return first;
  return `${first} to ${dayInWords(dayOf(new Date(until.getTime() - 1), timeZone))}`;
}

async function requireEmployedUntil(
  tx: Tx,
  personId: string,
  interval: Interval,
  timeZone: string,
): Promise<void> {
  const person = await tx.person.findUnique({ where: { id: personId }, select: { leftAt: true } });
  const leftAt = person?.leftAt;
  if (!leftAt || (interval.until && interval.until <= leftAt)) return;
  const message = `The person's last day is ${dayInWords(dayOf(new Date(leftAt.getTime() - 1), timeZone))}. Choose a last day up to then, or record their return first.`;
  throw new Invalid("has-left", message, { lastDay: [message] });
}
