import { courseStates, type CourseState } from "~/features/content/owned-courses.server";
import type { Audience, CourseKind } from "~/features/content/lesson";
import { organisationNames } from "~/features/people/organisation-names.server";
import type { Actor } from "~/features/people/actor";
import { db, type Prisma } from "~/platform/db/client.server";
import { NotFound } from "~/platform/errors";
import { audienceWords, readAudience } from "./audience-words";
import { draftsOf } from "./draft-policy.server";
import { publicationOf, type Publication } from "./publication";

const PAGE = 25;

export interface DraftRow extends Publication {
  readonly id: string;
  readonly title: string;
  readonly slug: string;
  readonly kind: CourseKind;
  readonly audience: string;
  readonly lessons: number;
  readonly updatedAt: Date;
}

export interface DraftPage {
  readonly drafts: readonly DraftRow[];
  /** Pass as `before` for the next page; null on the last one. */
  readonly next: string | null;
}

/** The actor's own, last edited first. */
export async function listDrafts(actor: Actor, before: string | null): Promise<DraftPage> {
  const rows = await db.draft.findMany({
    where: { AND: [draftsOf(actor), olderThan(before)] },
    orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
    take: PAGE + 1,
    select: { ...overview, _count: { select: { lessons: true } } },
  });
  const shown = rows.slice(0, PAGE);
  const [states, names] = await Promise.all([
    courseStates(shown.map(({ courseId }) => courseId)),
    organisationNames(),
  ]);
  const last = rows.length > PAGE ? shown.at(-1) : undefined;
  return {
    drafts: shown.map(({ _count, ...draft }) => ({
      id: draft.id,
      title: draft.title,
      slug: draft.slug,
      kind: draft.kind as CourseKind,
      updatedAt: draft.updatedAt,
      lessons: _count.lessons,
      audience: audienceWords(readAudience(draft.audience), names),
      ...publicationOf(
        { ...draft, proposedEdits: draft.proposals[0]?.edits ?? null },
        states.get(draft.courseId),
      ),
    })),
    next: last ? `${last.updatedAt.getTime()}.${last.id}` : null,
  };
}

export interface DraftLessonRow {
  readonly slug: string;
  readonly position: number;
  readonly title: string;
  readonly summary: string;
  readonly minutes: number;
  readonly updatedAt: Date;
}

export interface DraftOverview extends Publication {
  readonly id: string;
  readonly courseId: string;
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly kind: CourseKind;
  readonly language: string;
  readonly audience: Audience;
  readonly version: number;
  readonly edits: number;
  readonly updatedAt: Date;
  readonly files: number;
  readonly lessons: readonly DraftLessonRow[];
  /** How it was published last; absent when it never was. */
  readonly published: CourseState | null;
}

/** @throws NotFound */
export async function findDraft(actor: Actor, id: string): Promise<DraftOverview> {
  const draft = await db.draft.findFirst({
    where: { ...draftsOf(actor), id },
    select: {
      ...overview,
      summary: true,
      language: true,
      version: true,
      _count: { select: { assets: true } },
      lessons: {
        orderBy: { position: "asc" },
        select: { slug: true, position: true, title: true, summary: true, minutes: true, updatedAt: true },
      },
    },
  });
  if (!draft) throw new NotFound("draft");
  const published = (await courseStates([draft.courseId])).get(draft.courseId) ?? null;
  const { _count, publishedEdits, proposals, ...rest } = draft;
  return {
    ...rest,
    kind: draft.kind as CourseKind,
    audience: readAudience(draft.audience),
    files: _count.assets,
    published,
    ...publicationOf(
      { edits: draft.edits, publishedEdits, proposedEdits: proposals[0]?.edits ?? null },
      published ?? undefined,
    ),
  };
}

const overview = {
  id: true,
  courseId: true,
  title: true,
  slug: true,
  kind: true,
  audience: true,
  edits: true,
  publishedEdits: true,
  updatedAt: true,
  /* One at a time waits for a second person. */
  proposals: { where: { openKey: { not: null } }, select: { edits: true } },
} satisfies Prisma.DraftSelect;

/** A cursor that was tampered with starts from the beginning. */
function olderThan(cursor: string | null): Prisma.DraftWhereInput {
  const [, time, id] = /^(\d{1,15})\.([0-9a-f-]{36})$/.exec(cursor ?? "") ?? [];
  if (!time || !id) return {};
  const updatedAt = new Date(Number(time));
  return { OR: [{ updatedAt: { lt: updatedAt } }, { updatedAt, id: { lt: id } }] };
}
