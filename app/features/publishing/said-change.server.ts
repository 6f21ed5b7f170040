import type { CompiledLesson } from "~/features/content/compile-lesson.server";
import { readRevision } from "~/features/content/read-revision.server";
import type { ChangeKind } from "~/features/content/revisions/change-kinds";
import { judgeRevision, requireFitting } from "~/features/content/revisions/judge-revision.server";
import { Invalid } from "~/platform/errors";
import { draftBounds } from "./draft-rules";

interface Lesson {
  readonly slug: string;
  readonly title: string;
  readonly compiled: CompiledLesson;
}

/**
 * The kind of a change as its author says it, held against what the program can tell.
 * @throws Invalid for one that does not fit, or that differs from the proposal without a reason
 */
export async function saidChange(
  revisionId: string,
  lessons: readonly Lesson[],
  said?: { kind: ChangeKind | undefined; reason: string },
): Promise<{ kind: ChangeKind; reason: string }> {
  const judged = await judgeRevision((await readRevision(revisionId)).lessons, lessons);
  const kind = said?.kind ?? judged.proposed;
  const reason = said?.reason.trim() ?? "";
  requireFitting(kind, judged);
  if (reason.length > draftBounds.note) throw refused(`Use at most ${draftBounds.note} characters.`);
  if (!reason && kind !== judged.proposed)
    throw refused("Say why, since it is another kind than proposed. The reason stays with the revision.");
  return { kind, reason: reason || judged.because };
}

function refused(message: string): Invalid {
  return new Invalid("change-reason", message, { reason: [message] });
}
