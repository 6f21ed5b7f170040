/** What a manager asks of one person beyond the job role, and what a person sets out to earn by choice. */
import type { Actor } from "~/features/people/actor";
import { dayInWords, dayOf } from "~/features/people/calendar";
import { lockPerson } from "~/features/people/lock-people.server";
import { now } from "~/platform/clock.server";
import { transaction, type Tx } from "~/platform/db/client.server";
import { env } from "~/platform/env.server";
import { Conflict, Invalid, NotFound } from "~/platform/errors";
import { enqueue } from "~/platform/outbox.server";
import { findAwards } from "../certification-facts.server";
import { cycleOpening } from "../certification-rules";
import { reasonOf } from "../write-award-event.server";
import { requireStaff } from "./require-staff.server";
import { endCycle, isOpen, latestCycle, newCycle } from "./open-cycle.server";

export interface Asked {
  readonly personId: string;
  readonly certificationId: string;
  /** The moment by which it has to be held. */
  readonly dueAt: Date;
  readonly reason: string;
}

/**
 * For who manages the person or administers. A run that is open goes on under it, with its date. The person is told.
 * @returns the id of the cycle
 * @throws NotFound, Invalid for a date that is over, Conflict where nothing can be earned or it has been asked for already
 */
export async function askForCertification(actor: Actor, asked: Asked): Promise<string> {
  const reason = reasonOf(asked.reason);
  if (asked.dueAt <= now()) throw invalid("due", "Give a day that is still to come.");
  return transaction(async (tx) => {
    const person = await requireStaff(actor, asked.personId, tx);
    await lockPerson(tx, asked.personId);
    const { title } = await requireEarnable(tx, asked);
    const latest = await latestCycle(tx, asked);
    if (latest && isOpen(latest)) {
      if (latest.cause === "assigned")
        throw new Conflict("asked-already", `${title} has been asked for already. Take that back first.`);
      await endCycle(tx, { cycleId: latest.id, actorId: actor.personId, reason: "Goes on as asked for." });
    }
    const { id } = await newCycle(
      tx,
      {
        personId: asked.personId,
        certificationId: asked.certificationId,
        cause: "assigned",
        openedAt: now(),
        asked: { assignedById: actor.personId, reason, dueAt: asked.dueAt },
      },
      latest,
    );
    const lastDay = dayOf(new Date(asked.dueAt.getTime() - 1), person.timeZone);
    await enqueue(tx, "email", {
      to: person.email,
      subject: `${actor.name} asks you to earn ${title}`,
      text: [
        `Hello ${person.name},`,
        `${actor.name} asks you to hold the certification ${title} by ${dayInWords(lastDay)}. The reason given:`,
        reason,
        `What there is to do for it is on your home page:\n${env.BASE_URL}/`,
      ].join("\n\n"),
    });
    return id;
  });
}

/**
 * Sets out to earn it; what there is to do then shows on the home page. Harmless when it is open already.
 * @throws NotFound, Conflict where nothing can be earned now
 */
export async function chooseCertification(actor: Actor, certificationId: string): Promise<void> {
  const { personId } = actor;
  await transaction(async (tx) => {
    await lockPerson(tx, personId);
    await requireEarnable(tx, { personId, certificationId });
    const latest = await latestCycle(tx, { personId, certificationId });
    if (latest && isOpen(latest)) return;
    await newCycle(tx, { personId, certificationId, cause: "chosen", openedAt: now() }, latest);
  });
}

/** Who asked for it, or another who might have, takes that back; a person leaves off what they chose. */
export async function endAskedCycle(actor: Actor, cycleId: string, why: string): Promise<void> {
  await transaction(async (tx) => {
    const cycle = await tx.cycle.findUnique({
      where: { id: cycleId },
      select: {
        personId: true,
        cause: true,
        certification: { select: { title: true } },
        award: { select: { id: true } },
        end: { select: { cycleId: true } },
      },
    });
    if (!cycle) throw new NotFound("run");
    await lockPerson(tx, cycle.personId);
    if (cycle.cause === "chosen" ? cycle.personId !== actor.personId : cycle.cause !== "assigned")
      throw new NotFound("run");
    const asked = cycle.cause === "assigned";
    const person = asked ? await requireStaff(actor, cycle.personId, tx) : null;
    const reason = asked ? reasonOf(why) : "Left off by choice.";
    const latest = await tx.cycle.findUniqueOrThrow({
      where: { id: cycleId },
      select: { award: { select: { id: true } }, end: { select: { cycleId: true } } },
    });
    if (!isOpen(latest))
      throw new Conflict("cycle-over", "This is over already: it was earned or taken back meanwhile.");
    await endCycle(tx, { cycleId, actorId: actor.personId, reason });
    if (person)
      await enqueue(tx, "email", {
        to: person.email,
        subject: `Taken back: ${cycle.certification.title}`,
        text: [
          `Hello ${person.name},`,
          `${actor.name} no longer asks you for ${cycle.certification.title}. The reason given:`,
          reason,
          "What your job role requires stays as it is.",
        ].join("\n\n"),
      });
  });
}

async function requireEarnable(tx: Tx, of: { personId: string; certificationId: string }) {
  const certification = await tx.certification.findUnique({
    where: { id: of.certificationId, archivedAt: null, currentRevisionId: { not: null } },
    select: { title: true },
  });
  if (!certification) throw invalid("certificationId", "Choose a certification that can be earned.");
  const t = now();
  const awards = await findAwards({ personIds: [of.personId] }, t, of.certificationId, tx);
  if (cycleOpening(awards, t) === "closed")
    throw new Conflict(
      "not-open",
      `${certification.title} is held and not open for renewal yet, or is suspended. Nothing can be earned for it now.`,
    );
  return certification;
}

function invalid(field: string, message: string): Invalid {
  return new Invalid("asked-certification", message, { [field]: [message] });
}
