import type { Actor } from "~/features/people/actor";
import type { FormBounds } from "~/platform/http/read-form.server";
import { servedPaper } from "./recent-papers.server";

/** Long answers; more only where the person's own paper asks for files. */
const WRITTEN: FormBounds = { bytes: 2_000_000 };
const WITH_FILES: FormBounds = { bytes: 28_000_000, fileBytes: 25_000_000, files: 20 };

/** How large a form of this sitting may be, known before it is read. */
export async function answerBounds(actor: Actor, attemptId: string): Promise<FormBounds> {
  const paper = await servedPaper(attemptId);
  if (!paper || paper.personId !== actor.personId) return WRITTEN;
  return [...paper.items.values()].some(({ files }) => files !== undefined) ? WITH_FILES : WRITTEN;
}
