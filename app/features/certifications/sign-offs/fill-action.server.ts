/** The form in which a sign-off is filled in. */
import type { Actor } from "~/features/people/actor";
import { Invalid } from "~/platform/errors";
import type { FormBounds } from "~/platform/http/read-form.server";
import { saveMarks, savedState, type SaveOutcome, type SavedState } from "./save-marks.server";
import type { SignOffPage } from "./sign-off-page.server";
import { requireObserver } from "./sign-off-policy.server";

/** A phone sends its photographs with the form. */
const WITH_FILES: FormBounds = { bytes: 30_000_000, fileBytes: 12_000_000, files: 40 };

/** How large the form may be, known before it is read. @throws NotFound for whom observing is not open */
export function fillBounds(actor: Actor): FormBounds {
  requireObserver(actor);
  return WITH_FILES;
}

/** @throws Invalid for a form that has no criterion in it, and whatever saving throws */
export async function saveFilled(actor: Actor, signOffId: string, form: FormData): Promise<SaveOutcome> {
  const outcome = await saveMarks(actor, { signOffId, form });
  if (![...form.keys()].some((name) => name.startsWith("version.")))
    throw new Invalid("empty-form", "The form came without anything in it. Reload the page and try again.");
  return outcome;
}

export function savedStates({ criteria }: SignOffPage): Record<string, SavedState> {
  return Object.fromEntries(
    criteria.flatMap(({ criterion, mark }) =>
      mark ? [[criterion.id, savedState(criterion, mark)] as const] : [],
    ),
  );
}
