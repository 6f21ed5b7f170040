/** What the editor of a lesson sends: by form, or by script while someone types. */
import { data, redirect } from "@remix-run/node";
import type { Actor } from "~/features/people/actor";
import { DomainError, Invalid } from "~/platform/errors";
import { statusOf } from "~/platform/http/error-response.server";
import { readForm } from "~/platform/http/read-form.server";
import { draftBounds } from "./draft-rules";
import { textProblems, typedLesson, type TypedLesson } from "./lesson-form";
import type { LiveAnswer, TheirLesson } from "./live-answer";
import { previewLesson, type LessonPreview } from "./preview-lesson.server";
import { LessonConflict, saveLesson } from "./save-lesson.server";

interface Place {
  draftId: string;
  lessonSlug: string;
}

/** The editor as it is shown again when a form was not simply saved. */
export interface EditorAnswer {
  readonly typed: TypedLesson;
  readonly fields: Record<string, string[]>;
  readonly theirs: TheirLesson | null;
  readonly preview: LessonPreview | null;
  readonly message: string | null;
}

export function readLessonForm(request: Request): Promise<FormData> {
  return readForm(request, { bytes: draftBounds.formBytes });
}

export async function lessonAction(actor: Actor, place: Place, form: FormData) {
  const typed = typedLesson(form);
  const answer: EditorAnswer = { typed, fields: {}, theirs: null, preview: null, message: null };
  switch (form.get("form")) {
    case "preview": {
      const preview = await previewTyped(actor, place, typed);
      return data({ ...answer, preview, fields: textProblems(typed) });
    }
    case "save":
    case "keep-mine":
      try {
        await saveLesson(actor, place, form.get("form") === "save" ? typed : onTop(typed, form));
        return redirect(`/studio/${place.draftId}/lessons/${place.lessonSlug}?done=saved`);
      } catch (error) {
        if (error instanceof LessonConflict)
          return data({ ...answer, theirs: theirsOf(error), message: error.message }, { status: 409 });
        if (error instanceof Invalid)
          return data({ ...answer, fields: error.fields, message: error.message }, { status: 422 });
        throw error;
      }
    default:
      throw new Invalid("unknown-form", "This form is not known here. Reload the page and try again.");
  }
}

/** The same for a script, which shows everything itself: each refusal is an answer and never an error page. */
export async function liveAction(actor: Actor, place: Place, request: Request): Promise<Response> {
  try {
    const form = await readLessonForm(request);
    const typed = typedLesson(form);
    if (form.get("form") === "preview")
      return answered({ kind: "preview", ...(await previewTyped(actor, place, typed)) });
    if (form.get("form") !== "save") throw new Invalid("unknown-form", "This form is not known here.");
    const { version, savedAt } = await saveLesson(actor, place, typed);
    return answered({ kind: "saved", version, savedAt: savedAt.toISOString() });
  } catch (error) {
    if (error instanceof LessonConflict)
      return answered({ kind: "conflict", message: error.message, theirs: theirsOf(error) }, 409);
    if (!(error instanceof DomainError)) throw error;
    const fields = error instanceof Invalid ? error.fields : {};
    return answered({ kind: "refused", message: error.message, fields }, statusOf(error));
  }
}

async function previewTyped(actor: Actor, place: Place, typed: TypedLesson): Promise<LessonPreview> {
  return previewLesson(actor, place, typed.source);
}

/** Keeping one's own text is a save on top of the other version that was shown, and of no later one. */
function onTop(typed: TypedLesson, form: FormData): TypedLesson {
  return { ...typed, version: Number(form.get("theirVersion")) || 0 };
}

function theirsOf({ theirs: { savedAt, ...theirs } }: LessonConflict): TheirLesson {
  return { ...theirs, savedAt: savedAt.toISOString() };
}

function answered(answer: LiveAnswer, status = 200): Response {
  return Response.json(answer, { status, headers: { "Cache-Control": "no-store" } });
}
