/** Whom the next revision of a course touches, and what it asks of each, before it is published. */
import { type Revision, revisionHistories } from "~/features/content/read-revision.server";
import { askedSince } from "~/features/content/revisions/asked-again";
import type { ChangeKind } from "~/features/content/revisions/change-kinds";
import { foldName } from "~/features/people/fold-name";
import { now } from "~/platform/clock.server";
import { db, sql } from "~/platform/db/client.server";
import { certificationsAskingFor } from "./certifications-asking-for.server";
import { type Asking, countTouched, isOwedAlready, type TouchedCounts } from "./touched-counts";
import { touchedRows } from "./touched-sql.server";

const PAGE = 25;

export interface NextRevision {
  readonly courseId: string;
  readonly courseSlug: string;
  readonly currentRevisionId: string;
  readonly lessons: readonly { slug: string; snapshotHash: string; content: string | null }[];
}

export type Asked = "again" | "lessons" | "nothing" | "goes-on" | "not-begun";

export interface TouchedPerson {
  readonly id: string;
  readonly name: string;
  /** Empty for who belongs to none. */
  readonly team: string;
  readonly certified: boolean;
  readonly asked: Asked;
  /** Of what is asked of who completed the course. */
  readonly lessons: number;
  /** All of it is owed of earlier revisions. */
  readonly already: boolean;
}

export interface TouchedPeople {
  /** Those that ask for the course. */
  readonly certifications: readonly { readonly title: string; readonly ends: boolean }[];
  readonly counts: TouchedCounts;
  readonly people: readonly TouchedPerson[];
  /** Pass as `after` for the next page; null on the last one. */
  readonly next: string | null;
}

interface PersonRow {
  id: string;
  name: string;
  team: string;
  completed: string | null;
  certified: number;
}

/** The caller has found the course through a draft or a proposal that the actor may see. */
export async function touchedPeople(
  next: NextRevision,
  { kind, after }: { kind: ChangeKind; after: string | null },
): Promise<TouchedPeople> {
  const [certifications, histories] = await Promise.all([
    certificationsAskingFor(next.courseSlug),
    revisionHistories([next.currentRevisionId]),
  ]);
  const rows = touchedRows(
    next.courseId,
    certifications.map(({ id }) => id),
  );
  const [groups, page] = await Promise.all([
    db.$queryRaw<{ team: string; completed: string | null; certified: number; people: number | bigint }[]>`
      SELECT who."team", who."completed", who."certified", COUNT(*) AS "people" FROM (${rows}) who
      GROUP BY who."team", who."completed", who."certified" ORDER BY who."team"`,
    db.$queryRaw<PersonRow[]>`
      SELECT who.* FROM (${rows}) who WHERE ${beyond(after)}
      ORDER BY who."team", who."foldedName", who."id" LIMIT ${PAGE + 1}`,
  ]);
  const ask = askingOf(histories.get(next.currentRevisionId) ?? [], next);
  const shown = page.slice(0, PAGE);
  const last = page.length > PAGE ? shown.at(-1) : undefined;
  return {
    certifications: certifications.map(({ title, ends }) => ({ title, ends })),
    counts: countTouched(groups, ask),
    people: shown.map(({ id, name, team, completed, certified }) => ({
      id,
      name,
      team,
      certified: Number(certified) === 1,
      ...askedOf(completed, Number(certified) === 1, kind, ask),
    })),
    next: last ? Buffer.from(JSON.stringify([last.team, last.name, last.id])).toString("base64url") : null,
  };
}

function askingOf(history: readonly Revision[], { lessons }: NextRevision): Asking {
  const publishedAt = now();
  return (base, kind) => {
    const steps = [...history, { id: "next", change: kind, publishedAt, lessons }];
    const asked = askedSince<NextRevision["lessons"][number]>(base, steps);
    return { kind: asked.kind, lessons: asked.lessons.length };
  };
}

function askedOf(
  completed: string | null,
  certified: boolean,
  kind: ChangeKind,
  ask: Asking,
): Pick<TouchedPerson, "asked" | "lessons" | "already"> {
  if (completed === null) return { asked: certified ? "not-begun" : "goes-on", lessons: 0, already: false };
  const { kind: asks, lessons } = ask(completed, kind);
  const asked = asks === "full" ? "again" : asks === "delta" ? "lessons" : "nothing";
  return { asked, lessons, already: asks !== "nothing" && isOwedAlready(ask, completed, kind) };
}

/** A cursor that was tampered with starts from the beginning. */
function beyond(after: string | null) {
  let cursor: unknown = null;
  try {
    cursor = after && JSON.parse(Buffer.from(after, "base64url").toString("utf8"));
  } catch {
    cursor = null;
  }
  const [team, name, id] = Array.isArray(cursor) ? (cursor as unknown[]) : [];
  if (typeof team !== "string" || typeof name !== "string" || typeof id !== "string") return sql`1 = 1`;
  return sql`(who."team" > ${team} OR (who."team" = ${team}
    AND (who."foldedName" > ${foldName(name)} OR (who."foldedName" = ${foldName(name)} AND who."id" > ${id}))))`;
}
