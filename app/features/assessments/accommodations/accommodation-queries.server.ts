import type { Actor } from "~/features/people/actor";
import { requireAdministrator } from "~/features/people/people-policy";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { NotFound } from "~/platform/errors";
import type { TimeGranted } from "./accommodation-words";

export interface AccommodationRow extends TimeGranted {
  readonly id: string;
  readonly reason: string;
  readonly heldFrom: Date;
  readonly heldUntil: Date | null;
  readonly state: "now" | "later" | "before";
}

export interface AccommodationsPage {
  readonly person: { readonly id: string; readonly name: string; readonly hasLeft: boolean };
  /** As known today, the latest first. */
  readonly rows: readonly AccommodationRow[];
}

/** @throws NotFound for everyone but administrators: the reasons are read nowhere else */
export async function accommodationsPage(actor: Actor, personId: string): Promise<AccommodationsPage> {
  requireAdministrator(actor);
  const [person, rows] = await Promise.all([
    db.person.findUnique({ where: { id: personId }, select: { id: true, name: true, leftAt: true } }),
    db.accommodation.findMany({
      where: { personId, supersededAt: null },
      orderBy: [{ heldFrom: "desc" }, { id: "desc" }],
      select: {
        id: true,
        extraPercent: true,
        breakMinutes: true,
        reason: true,
        heldFrom: true,
        heldUntil: true,
      },
    }),
  ]);
  if (!person) throw new NotFound("person");
  const { leftAt, ...known } = person;
  const at = now();
  return {
    person: { ...known, hasLeft: leftAt !== null && leftAt <= at },
    rows: rows.map((row) => ({ ...row, state: stateOf(row, at) })),
  };
}

function stateOf({ heldFrom, heldUntil }: Pick<AccommodationRow, "heldFrom" | "heldUntil">, at: Date) {
  if (heldUntil && heldUntil <= at) return "before";
  return heldFrom > at ? "later" : "now";
}
