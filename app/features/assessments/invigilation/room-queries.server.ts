import type { Actor } from "~/features/people/actor";
import { now } from "~/platform/clock.server";
import { db, type Prisma } from "~/platform/db/client.server";
import { NotFound } from "~/platform/errors";
import { requireOffice } from "../office/office-policy.server";

const PAGE = 25;

export interface RoomRow {
  readonly id: string;
  readonly title: string;
  readonly code: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

export interface RoomsPage {
  readonly open: readonly RoomRow[];
  /** The latest first. */
  readonly past: readonly RoomRow[];
  /** Pass as `before` for the next page of past ones; null on the last. */
  readonly next: string | null;
}

const columns = {
  id: true,
  code: true,
  startsAt: true,
  endsAt: true,
  assessment: { select: { title: true } },
} as const;

type Row = Omit<RoomRow, "title"> & { readonly assessment: { readonly title: string } };

/** The actor's own, and nobody else's. */
export async function listRooms(actor: Actor, before: string | null): Promise<RoomsPage> {
  requireOffice(actor);
  const [at, own] = [now(), { invigilatorId: actor.personId }];
  const [open, past] = await Promise.all([
    /* One for each test at the most. */
    db.invigilation.findMany({
      where: { ...own, endsAt: { gt: at } },
      orderBy: [{ endsAt: "asc" }, { id: "asc" }],
      select: columns,
    }),
    db.invigilation.findMany({
      where: { AND: [own, { endsAt: { lte: at } }, olderThan(before)] },
      orderBy: [{ endsAt: "desc" }, { id: "desc" }],
      take: PAGE + 1,
      select: columns,
    }),
  ]);
  const shown = past.slice(0, PAGE);
  const last = past.length > PAGE ? shown.at(-1) : undefined;
  return {
    open: open.map(rowOf),
    past: shown.map(rowOf),
    next: last ? `${last.endsAt.getTime()}.${last.id}` : null,
  };
}

/** @throws NotFound for a room of somebody else */
export async function findRoom(
  actor: Actor,
  invigilationId: string,
): Promise<RoomRow & { assessmentId: string; isOpen: boolean }> {
  requireOffice(actor);
  const room = await db.invigilation.findFirst({
    where: { id: invigilationId, invigilatorId: actor.personId },
    select: { ...columns, assessmentId: true },
  });
  if (!room) throw new NotFound("room");
  return { ...rowOf(room), assessmentId: room.assessmentId, isOpen: room.endsAt > now() };
}

function rowOf<R extends Row>({ assessment, id, code, startsAt, endsAt }: R): RoomRow {
  return { id, title: assessment.title, code, startsAt, endsAt };
}

function olderThan(before: string | null): Prisma.InvigilationWhereInput {
  const [, time, id] = /^(\d{1,15})\.([0-9a-f-]{1,64})$/.exec(before ?? "") ?? [];
  if (!time || !id) return {};
  const endsAt = new Date(Number(time));
  return { OR: [{ endsAt: { lt: endsAt } }, { endsAt, id: { lt: id } }] };
}
