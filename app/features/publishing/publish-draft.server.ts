import { publishRevision } from "~/features/content/publish-revision.server";
import type { Actor } from "~/features/people/actor";
import { transaction } from "~/platform/db/client.server";
import { Conflict, Invalid, NotFound } from "~/platform/errors";
import { checkAudience } from "./check-audience.server";
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
}

/** @throws DraftProblems, Invalid, Conflict when the draft moved on or was published in the meantime */
export async function publishDraft(
  actor: Actor,
  { draftId, edits, note }: PublishRequest,
): Promise<{ courseSlug: string; revisionId: string }> {
  const said = note.trim();
  const { draft, current, lessons, problems } = await checkDraft(actor, draftId);
  if (draft.edits !== edits) throw movedOn();
  if (problems.length > 0) throw new DraftProblems(problems);
  if (current && draft.publishedEdits === edits)
    throw new Conflict(
      "nothing-new",
      `Nothing has changed since revision ${current.number} was published, so there is nothing to publish.`,
    );
  if (current && !said)
    throw noteRefused("Say in a sentence what changed, for those who have read the course before.");
  if (said.length > draftBounds.note)
    throw noteRefused(`Use at most ${draftBounds.note} characters for the note.`);
  const audience = await checkAudience(draft.audience);

  return transaction(async (tx) => {
    const { count } = await tx.draft.updateMany({
      where: { ...draftsOf(actor), id: draftId, edits, publishedEdits: draft.publishedEdits },
      data: { publishedEdits: edits },
    });
    if (count !== 1) throw await whyNot();
    const { title, summary, kind, language, slug, courseId } = draft;
    const { revisionId } = await publishRevision(tx, {
      courseId,
      slug,
      origin: "studio",
      ownerId: actor.personId,
      meta: { title, summary, kind, language },
      audience,
      lessons: lessons.map((lesson) => ({
        slug: lesson.slug,
        title: lesson.title.trim(),
        summary: lesson.summary.trim(),
        minutes: lesson.minutes,
        compiled: lesson.compiled,
      })),
      note: said || "First revision",
      actorId: actor.personId,
      basedOn: current?.revisionId ?? null,
    });
    return { courseSlug: slug, revisionId };

    async function whyNot() {
      const found = await tx.draft.findFirst({
        where: { ...draftsOf(actor), id: draftId },
        select: { publishedEdits: true },
      });
      if (!found) return new NotFound("draft");
      if (found.publishedEdits === draft.publishedEdits) return movedOn();
      return new Conflict(
        "published-meanwhile",
        "This course was published from another tab a moment ago. Nothing was published twice.",
      );
    }
  });
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
