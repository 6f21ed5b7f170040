/** An administrator's changes of the rules. Each is a new row, so that what was in force when somebody was told stays known. */
import type { Actor } from "~/features/people/actor";
import { requireAdministrator } from "~/features/people/people-policy";
import { now } from "~/platform/clock.server";
import { transaction, type Tx } from "~/platform/db/client.server";
import { isUniqueViolation } from "~/platform/db/unique-violation";
import { Conflict, Invalid, NotFound } from "~/platform/errors";
import { newId } from "~/platform/ids.server";
import type { ReminderRule, ReminderSettings } from "./reminder-rule";
import { newestOf, type RuleVersion, ruleVersions, settingsInForce } from "./rule-queries.server";

type What = Omit<ReminderRule, "ruleId">;
interface Known {
  readonly ruleId: string;
  /** The version that was looked at. */
  readonly number: number;
  readonly reason: string;
}

export async function addRule(actor: Actor, input: What & { reason: string }): Promise<void> {
  requireAdministrator(actor);
  const { reason, ...what } = input;
  await transaction(async (tx) => {
    requireSensible({ ruleId: "", ...what }, newestOf(await ruleVersions(tx)));
    await write(tx, actor, { ruleId: newId(), number: 1, active: true, reason, ...what });
  });
}

export async function changeRule(
  actor: Actor,
  { ruleId, number, reason, ...what }: Omit<What, "occasion"> & Known,
): Promise<void> {
  await next(actor, { ruleId, number }, (rule, rules) => {
    const changed = { ...rule, ...what, reason };
    if (rule.active) requireSensible(changed, rules);
    return changed;
  });
}

/** Off where it was on, and the other way round. */
export async function switchRule(actor: Actor, { ruleId, number, reason }: Known): Promise<void> {
  await next(actor, { ruleId, number }, (rule, rules) => {
    if (!rule.active) requireSensible(rule, rules);
    return { ...rule, active: !rule.active, reason };
  });
}

export async function changeSettings(
  actor: Actor,
  {
    number,
    digestHour,
    workingDays,
    holidays,
    reason,
  }: ReminderSettings & { number: number; reason: string },
): Promise<void> {
  requireAdministrator(actor);
  await refuseSecond(() =>
    transaction(async (tx) => {
      if ((await settingsInForce(tx)).number !== number) throw moved();
      const lists = { workingDays: JSON.stringify(workingDays), holidays: JSON.stringify(holidays) };
      const by = { actorId: actor.personId, recordedAt: now(), reason };
      await tx.reminderSettings.create({
        data: { number: number + 1, digestHour, ...lists, ...by },
        select: { number: true },
      });
    }),
  );
}

async function next(
  actor: Actor,
  { ruleId, number }: Pick<Known, "ruleId" | "number">,
  change: (rule: RuleVersion, rules: readonly RuleVersion[]) => Written,
): Promise<void> {
  requireAdministrator(actor);
  await refuseSecond(() =>
    transaction(async (tx) => {
      const rules = newestOf(await ruleVersions(tx));
      const rule = rules.find((each) => each.ruleId === ruleId);
      if (!rule) throw new NotFound("rule");
      if (rule.number !== number) throw moved();
      await write(tx, actor, { ...change(rule, rules), number: number + 1 });
    }),
  );
}

type Written = ReminderRule & Pick<RuleVersion, "number" | "active" | "reason">;

async function write(tx: Tx, actor: Actor, rule: Written): Promise<void> {
  const { ruleId, number, occasion, daysBefore, toPerson, toManagers, channel, active, reason } = rule;
  const what = { ruleId, number, occasion, daysBefore, toPerson, toManagers, channel, active, reason };
  await tx.reminderRule.create({
    data: { id: newId(), ...what, actorId: actor.personId, recordedAt: now() },
    select: { id: true },
  });
}

function requireSensible(rule: ReminderRule, rules: readonly RuleVersion[]): void {
  const { occasion, daysBefore, ruleId } = rule;
  if (occasion === "expiring" && daysBefore < 0)
    throw refused("After it has ended it has expired: make a rule for that.");
  if (occasion === "lapsed" && daysBefore > 0)
    throw refused("It has expired only from that day on: type 0 or less.");
  const same = rules.find(
    (each) =>
      each.active && each.occasion === occasion && each.daysBefore === daysBefore && each.ruleId !== ruleId,
  );
  if (same) throw refused("There is a rule for this day already. Change that one.");
}

function refused(message: string): Invalid {
  return new Invalid("not-a-rule", message, { daysBefore: [message] });
}

/** The database refuses the second of two at the same moment. */
async function refuseSecond(work: () => Promise<void>): Promise<void> {
  await work().catch((error: unknown) => {
    throw isUniqueViolation(error) ? moved() : error;
  });
}

function moved(): Conflict {
  return new Conflict(
    "rule-moved",
    "Someone else has changed this in the meantime. Look at how it stands now and decide again.",
  );
}
