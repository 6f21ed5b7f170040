import { publishRevision } from "~/features/content/publish-revision.server";
import type { Actor } from "~/features/people/actor";
import { now } from "~/platform/clock.server";
import { transaction, type Tx } from "~/platform/db/client.server";
import { Conflict, Invalid, NotFound } from "~/platform/errors";
import type { ChangeKind } from "~/features/content/revisions/change-kinds";
import { readRevision } from "~/features/content/read-revision.server";
import { isAsPublished } from "./as-published";
import { checkAudience } from "./check-audience.server";
import { saidChange } from "./said-change.server";
import { checkDraft, type DraftProblem } from "./check-draft.server";
import { draftsOf } from "./draft-policy.server";
import { draftBounds } from "./draft-rules";

/** The draft is not ready to be published. Nothing was. */
export class DraftProblems extends Invalid {
  constructor(readonly problems: readonly DraftProblem[]) {
    super("draft-problems", "This course is not ready to be published yet. What is missing is listed below.");
  }
}

export interface PublishRequest {
  readonly draftId: string;
  /** The state of the draft that its author read through before publishing. */
  readonly edits: number;
  readonly note: string;
  /** How it changes the revision before; what the program proposes unless given. */
  readonly change?: { readonly kind: ChangeKind | undefined; readonly reason: string };
}

/** Whether more than an editorial revision of the course is decided by two; certifications know. */
export type SecondPersonRule = (tx: Tx, courseSlug: string) => Promise<boolean>;

/** @throws DraftProblems, Invalid, Conflict when the draft moved on, was published in the meantime or needs a second person */
export async function publishDraft(
  actor: Actor,
  request: PublishRequest,
  needsSecondPerson: SecondPersonRule,
): Promise<{ courseSlug: string; revisionId: string }> {
  const prepared = await prepareRevision(actor, request);
  const { said, draft } = prepared;
  return transaction(async (tx) => {
    if (said?.kind !== "editorial" && (await needsSecondPerson(tx, draft.slug)))
      throw said ? needsAnother() : addressAskedFor(draft.slug);
    return writeRevision(tx, prepared, null);
  });
}

/**
 * Takes a draft that is as it was published again for published.
 * @throws Conflict when it moved on or differs, NotFound
 */
export async function settleDraft(actor: Actor, request: { draftId: string; edits: number }): Promise<void> {
  const checked = await checkDraft(actor, request.draftId);
  const { draft, current } = checked;
  if (draft.edits !== request.edits) throw movedOn();
  if (!current || !isAsPublished(await readRevision(current.revisionId), checked))
    throw new Conflict(
      "differs",
      "The draft differs from what was published. Look through what has changed.",
    );
  await transaction(async (tx) => {
    const { count } = await tx.draft.updateMany({
      where: { ...draftsOf(actor), id: draft.id, edits: draft.edits, publishedEdits: draft.publishedEdits },
      data: { publishedEdits: draft.edits },
    });
    if (count !== 1) throw movedOn();
    await endProposals(tx, draft.id);
  });
}

/** What was proposed is published, or is no longer what the draft says. */
async function endProposals(tx: Tx, draftId: string): Promise<void> {
  await tx.revisionProposal.updateMany({
    where: { draftId, state: "open" },
    data: { state: "outdated", openKey: null, decidedAt: now() },
  });
}

export type PreparedRevision = Awaited<ReturnType<typeof prepareRevision>>;

/** Everything but the writing. @throws DraftProblems, Invalid, Conflict, NotFound */
export async function prepareRevision(
  actor: Actor,
  { draftId, edits, note, change }: PublishRequest,
  drafts: { ownerId: string } = draftsOf(actor),
) {
  const words = note.trim();
  const checked = await checkDraft(actor, draftId, drafts);
  const { draft, current, lessons, problems } = checked;
  if (draft.edits !== edits) throw movedOn();
  if (problems.length > 0) throw new DraftProblems(problems);
  const settled =
    draft.publishedEdits === edits ||
    (current && isAsPublished(await readRevision(current.revisionId), checked));
  if (current && settled)
    throw new Conflict(
      "nothing-new",
      `Nothing has changed since revision ${current.number} was published, so there is nothing to publish.`,
    );
  if (current && !words)
    throw noteRefused("Say in a sentence what changed, for those who have read the course before.");
  if (words.length > draftBounds.note)
    throw noteRefused(`Use at most ${draftBounds.note} characters for the note.`);
  const said = current && (await saidChange(current.revisionId, lessons, change));
  const audience = await checkAudience(draft.audience);
  return { draft, current, lessons, words, said, audience, drafts };
}

/** Publishes the draft as it was prepared, and ends a proposal of it that is still open. */
export async function writeRevision(
  tx: Tx,
  { draft, current, lessons, words, said, audience, drafts }: PreparedRevision,
  confirmedById: string | null,
): Promise<{ courseSlug: string; revisionId: string }> {
  const { id, edits, title, summary, kind, language, slug, courseId } = draft;
  const { count } = await tx.draft.updateMany({
    where: { ...drafts, id, edits, publishedEdits: draft.publishedEdits },
    data: { publishedEdits: edits },
  });
  if (count !== 1) throw await whyNot(tx, { ...drafts, id }, draft.publishedEdits);
  await endProposals(tx, id);
  const { revisionId } = await publishRevision(tx, {
    courseId,
    slug,
    origin: "studio",
    ownerId: drafts.ownerId,
    meta: { title, summary, kind, language },
    audience,
    lessons: lessons.map((lesson) => ({
      slug: lesson.slug,
      title: lesson.title.trim(),
      summary: lesson.summary.trim(),
      minutes: lesson.minutes,
      compiled: lesson.compiled,
    })),
    note: words || "First revision",
    change: said,
    actorId: drafts.ownerId,
    confirmedById,
    basedOn: current?.revisionId ?? null,
  });
  return { courseSlug: slug, revisionId };
}

async function whyNot(tx: Tx, where: { ownerId: string; id: string }, publishedEdits: number | null) {
  const found = await tx.draft.findFirst({ where, select: { publishedEdits: true } });
  if (!found) return new NotFound("draft");
  if (found.publishedEdits === publishedEdits) return movedOn();
  return new Conflict(
    "published-meanwhile",
    "This course was published from another tab a moment ago. Nothing was published twice.",
  );
}

function needsAnother(): Conflict {
  return new Conflict(
    "second-person",
    "People are certified on this course, so this revision needs a second person. Propose it instead.",
  );
}

/** Whoever took an address that a certification waits for would decide alone what people are certified on. */
function addressAskedFor(slug: string): Conflict {
  return new Conflict(
    "address-asked-for",
    `A certification asks for a course at the address "${slug}", so this one needs another address. Change it in the settings.`,
  );
}

function movedOn(): Conflict {
  return new Conflict(
    "moved-on",
    "This course was edited after you opened this page. Look through the summary again, then publish.",
  );
}

function noteRefused(message: string): Invalid {
  return new Invalid("note", message, { note: [message] });
}
