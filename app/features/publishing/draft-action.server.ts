/** The forms of a course's page in the studio. Each leads back to it with a word on what was done. */
import { redirect } from "@remix-run/node";
import type { Actor } from "~/features/people/actor";
import { Invalid } from "~/platform/errors";
import { submitForm } from "~/platform/http/submit-form.server";
import { addLesson } from "./add-lesson.server";
import { deleteLesson, moveLesson, renameLesson } from "./arrange-lessons.server";
import { changeSettings } from "./change-settings.server";
import { changedSettings, deletedLesson, movedLesson, newLesson, renamedLesson } from "./course-settings";
import { deleteDraft } from "./delete-draft.server";
import { restoreDraft, withdrawDraft } from "./withdraw-course.server";

export async function draftAction(actor: Actor, draftId: string, form: FormData) {
  const done = (what: string, anchor = "") => redirect(`/studio/${draftId}?done=${what}${anchor}`);
  switch (form.get("form")) {
    case "settings":
      return submitForm(form, changedSettings, async ({ form: _, ...settings }) => {
        await changeSettings(actor, { draftId, ...settings });
        return done("settings");
      });
    case "add-lesson":
      return submitForm(form, newLesson, async ({ title }) =>
        redirect(`/studio/${draftId}/lessons/${await addLesson(actor, { draftId, title })}`),
      );
    case "move":
      return submitForm(form, movedLesson, async ({ lesson: lessonSlug, to }) => {
        await moveLesson(actor, { draftId, lessonSlug, to });
        return done("moved", `#lesson-${lessonSlug}`);
      });
    case "rename":
      return submitForm(form, renamedLesson, async ({ lesson: lessonSlug, title, slug }) => {
        await renameLesson(actor, { draftId, lessonSlug, title, slug });
        return done("renamed");
      });
    case "delete-lesson":
      return submitForm(form, deletedLesson, async ({ lesson: lessonSlug }) => {
        await deleteLesson(actor, { draftId, lessonSlug });
        return done("lesson-deleted");
      });
    case "delete-draft":
      await deleteDraft(actor, draftId);
      return redirect("/studio?done=deleted");
    case "withdraw":
      await withdrawDraft(actor, draftId);
      return done("withdrawn");
    case "restore":
      await restoreDraft(actor, draftId);
      return done("restored");
    default:
      throw new Invalid("unknown-form", "This form is not known here. Reload the page and try again.");
  }
}
