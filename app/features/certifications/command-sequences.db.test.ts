/** Whatever people do to certifications and in whatever order: what is on record stays, and so does what was known. */
import { addDays } from "date-fns";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "~/features/people/actor";
import { at } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { DomainError } from "~/platform/errors";
import { givenPerson } from "../../../tests/setup/builders";
import {
  foundation,
  givenAttempt,
  givenCompletion,
  givenFoundation,
  role,
  syncFiles,
} from "../../../tests/setup/given-certification";
import { awardEarned } from "./award-earned.server";
import { certificationStates } from "./certification-states.server";
import { changeAward } from "./change-award.server";
import {
  askForCertification,
  chooseCertification,
  endAskedCycle,
} from "./cycles/ask-for-certification.server";
import { openDueCycles } from "./cycles/open-due-cycles.server";
import { confirmRevocation, declineRevocation, proposeRevocation } from "./revoke-award.server";

const start = new Date("2025-01-01T09:00:00Z");
const SEQUENCES = 12;
const COMMANDS = 18;

let manager: Actor;
let [first, second]: Actor[] = [];

beforeAll(() =>
  at(start, async () => {
    await givenFoundation();
    manager = await givenPerson({ access: "manager", manages: "service", since: start });
    first = await givenPerson({ access: "admin", since: start });
    second = await givenPerson({ access: "admin", since: start });
  }),
);

interface World {
  readonly holder: Actor;
  readonly t: Date;
  readonly pick: number;
}

const certificationId = "foundation";
const reason = "For the record.";
const awardsOf = (personId: string) =>
  db.award.findMany({ where: { personId }, orderBy: { id: "asc" }, select: { id: true } });

/** On one of the person's awards; nothing where there is none. */
const onAward = (act: (awardId: string, world: World) => Promise<unknown>) => async (world: World) => {
  const awards = await awardsOf(world.holder.personId);
  if (awards.length > 0) await act(awards[world.pick % awards.length]!.id, world);
};

const onProposal = (act: (proposalId: string) => Promise<unknown>) =>
  onAward(async (awardId) => {
    const open = await db.awardProposal.findFirst({
      where: { awardId, state: "open" },
      select: { id: true },
    });
    if (open) await act(open.id);
  });

const rules = [12, 6, 24].map((months) => ({ ...foundation, validity: { months } }));

const commands: Record<string, (world: World) => Promise<unknown>> = {
  pass: async ({ holder: { personId } }) => {
    await givenAttempt(personId, "essentials");
    await awardEarned(personId);
  },
  fail: ({ holder: { personId } }) => givenAttempt(personId, "essentials", false),
  earn: ({ holder: { personId } }) => Promise.all([awardEarned(personId), awardEarned(personId)]),
  suspend: onAward((awardId) => changeAward(manager, "suspended", { awardId, reason })),
  reinstate: onAward((awardId) => changeAward(first!, "reinstated", { awardId, reason })),
  giveBack: onAward((awardId, { holder }) => changeAward(holder, "surrendered", { awardId, reason })),
  correct: onAward((awardId, { t, pick }) =>
    changeAward(first!, "corrected", {
      awardId,
      reason,
      dates: { validFrom: addDays(t, -pick), validUntil: pick % 3 === 0 ? null : addDays(t, 30 + pick) },
    }),
  ),
  propose: onAward((awardId, { t, pick }) =>
    proposeRevocation(first!, { awardId, reason, effectiveAt: addDays(t, -pick) }),
  ),
  confirm: onProposal((proposal) => confirmRevocation(second!, proposal)),
  decline: onProposal((proposal) => declineRevocation(second!, proposal, reason)),
  ask: ({ holder: { personId }, t }) =>
    askForCertification(manager, { personId, certificationId, reason, dueAt: addDays(t, 30) }),
  choose: ({ holder }) => chooseCertification(holder, certificationId),
  takeBack: async ({ holder: { personId } }) => {
    const open = await db.cycle.findFirst({
      where: { personId, award: null, end: null },
      select: { id: true },
    });
    if (open) await endAskedCycle(manager, open.id, reason);
  },
  openDue: () => Promise.all([openDueCycles(), openDueCycles()]),
  changeRules: ({ pick }) =>
    syncFiles({
      "certifications/foundation.yaml": rules[pick % rules.length]!,
      "roles/customer-service-associate.yaml": role,
    }),
};

/** Everything about the person that is written once. */
async function onRecord(personId: string): Promise<Map<string, string>> {
  const mine = { where: { personId } };
  const [awards, cycles, records, events, ends, entries] = await Promise.all([
    db.award.findMany(mine),
    db.cycle.findMany(mine),
    db.evidenceRecord.findMany(mine),
    db.awardEvent.findMany({ where: { award: { personId } } }),
    db.cycleEnd.findMany({ where: { cycle: { personId } } }),
    db.evidenceRecord.findMany({ ...mine, select: { id: true, entry: { select: { body: true } } } }),
  ]);
  return new Map([
    ...[...awards, ...cycles, ...records, ...events].map((row) => [row.id, JSON.stringify(row)] as const),
    ...ends.map((row) => [`end ${row.cycleId}`, JSON.stringify(row)] as const),
    ...entries.map((row) => [`entry ${row.id}`, row.entry.body] as const),
  ]);
}

async function statusOn(personId: string, when: Date) {
  const states = await certificationStates([personId], { effective: when, known: when });
  return states.map(({ status, award, dueBy }) => [status, award?.id, award?.validUntil, dueBy]);
}

describe("any sequence of commands", () => {
  it("loses and alters nothing on record, and never another answer for what was known then", async () => {
    const step = fc.record({
      name: fc.constantFrom(...Object.keys(commands)),
      days: fc.integer({ min: 1, max: 70 }),
      pick: fc.nat(20),
    });
    const done: Record<string, number> = {};
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: COMMANDS, maxLength: COMMANDS }), async (steps) => {
        const holder = await at(start, () =>
          givenPerson({ jobRole: "customer-service-associate", team: "service", since: start }),
        );
        const { personId } = holder;
        await at(start, () => givenCompletion(personId, "conduct"));
        let t = start;
        let before = await onRecord(personId);
        const answers: { when: Date; was: unknown }[] = [];
        for (const { name, days, pick } of steps) {
          t = addDays(t, days);
          try {
            await at(t, () => commands[name]!({ holder, t, pick }));
            done[name] = (done[name] ?? 0) + 1;
          } catch (error) {
            if (!(error instanceof DomainError)) throw error;
          }
          const after = await onRecord(personId);
          for (const [key, row] of before) expect(after.get(key), `${key} after ${name}`).toBe(row);
          before = after;
          const open = await db.cycle.count({ where: { personId, award: null, end: null } });
          expect(open, `open runs after ${name}`).toBeLessThanOrEqual(1);
          const later = addDays(t, 0.5);
          answers.push({ when: later, was: await at(later, () => statusOn(personId, later)) });
        }
        for (const { when, was } of answers) expect(await statusOn(personId, when)).toEqual(was);
      }),
      { numRuns: SEQUENCES, seed: 20_261_127, endOnFailure: true },
    );
    expect(Object.keys(done).sort(), "every command happened").toEqual(Object.keys(commands).sort());
  }, 300_000);
});
