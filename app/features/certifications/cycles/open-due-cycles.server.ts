/**
 * Runs that nobody has to start: of what a job role requires, from the day that it does, and of a renewal, from the day
 * that its window opens. Standing is worked out from duties and awards, so nothing waits for these rows.
 */
import { lockPerson } from "~/features/people/lock-people.server";
import { now } from "~/platform/clock.server";
import { db, transaction, type Tx } from "~/platform/db/client.server";
import { isOwed } from "../owed";
import { type CertificationState, statesIn, statesInTurn } from "../certification-states.server";
import { cycleOpening, earliest, obligedSince } from "../certification-rules";
import { endCycle, isOpen, latestCycle, newCycle } from "./open-cycle.server";

const PEOPLE_A_PAGE = 200;

/** Opens what is due and ends what is no longer required, a page of people at a time. Safe to run twice or in parallel. */
export async function openDueCycles(): Promise<void> {
  let after = "";
  for (;;) {
    const people = await db.person.findMany({
      where: { id: { gt: after } },
      orderBy: { id: "asc" },
      take: PEOPLE_A_PAGE,
      select: { id: true },
    });
    if (people.length === 0) return;
    after = people.at(-1)!.id;
    await keepCycles(people.map(({ id }) => id));
  }
}

interface OpenCycle {
  readonly id: string;
  readonly personId: string;
  readonly certificationId: string;
  readonly cause: string;
}

async function keepCycles(personIds: readonly string[]): Promise<void> {
  const [states, open] = await Promise.all([
    statesIn({ personIds }),
    db.cycle.findMany({
      where: { personId: { in: [...personIds] }, award: null, end: null },
      select: { id: true, personId: true, certificationId: true, cause: true },
    }),
  ]);
  const key = (of: { personId: string; certificationId: string }) => `${of.personId} ${of.certificationId}`;
  const openFor = new Set(open.map(key));
  const required = new Set(states.filter(({ obligations }) => obligations.length > 0).map(key));
  const missing = states.filter((state) => mayBegin(state) && !openFor.has(key(state)));
  for (const personId of new Set(missing.map((state) => state.personId))) await openOwed(personId);
  for (const cycle of open.filter(byItself)) if (!required.has(key(cycle))) await endUnlessOver(cycle);
}

/** Neither asked for by somebody nor chosen: it is there only for as long as a job role requires it. */
function byItself({ cause }: OpenCycle): boolean {
  return cause === "required" || cause === "renewal";
}

/** Owed, and something that is done now can earn it. */
function mayBegin(state: CertificationState): boolean {
  return isOwed(state) && cycleOpening(state.awards, now()) !== "closed";
}

/** What is owed is read again when nobody else can award it: until then it may have been. */
function openOwed(personId: string): Promise<void> {
  return inTurn(personId, async (tx) => {
    const states = await statesInTurn(tx, personId);
    for (const state of states.filter(mayBegin)) await openFirst(tx, state);
  });
}

async function openFirst(
  tx: Tx,
  { personId, certificationId, award, renewalOpen, obligations }: CertificationState,
): Promise<void> {
  const latest = await latestCycle(tx, { personId, certificationId });
  if (latest && isOpen(latest)) return;
  const renewal = award !== null && renewalOpen;
  const since = earliest(obligations.map(obligedSince));
  const lapsed = award?.stoppedAt ?? award?.validUntil;
  const openedAt = renewal ? award.renewalOpensAt! : lapsed && lapsed > since ? lapsed : since;
  const cause = renewal ? "renewal" : "required";
  await newCycle(tx, { personId, certificationId, cause, openedAt }, latest);
}

function endUnlessOver({ id: cycleId, personId }: OpenCycle): Promise<void> {
  return inTurn(personId, async (tx) => {
    const cycle = await tx.cycle.findUniqueOrThrow({
      where: { id: cycleId },
      select: { award: { select: { id: true } }, end: { select: { cycleId: true } } },
    });
    if (isOpen(cycle)) await endCycle(tx, { cycleId, actorId: null, reason: "No longer required." });
  });
}

function inTurn(personId: string, write: (tx: Tx) => Promise<void>): Promise<void> {
  return transaction(async (tx) => {
    await lockPerson(tx, personId);
    await write(tx);
  });
}
