import type { Actor } from "~/features/people/actor";
import { db } from "~/platform/db/client.server";
import { Conflict, Forbidden, Invalid, TooMany } from "~/platform/errors";
import type { QuestionBody, QuestionKey } from "../questions/question";
import { previewRegrade, type RegradePreview } from "./preview-regrade.server";
import { findRegradable } from "./regradable-question.server";
import { readChoice, type RegradeChoice } from "./treatment-choice";

export interface RegradePage {
  readonly question: {
    readonly body: QuestionBody;
    readonly key: QuestionKey;
    readonly seen: string | null;
  } | null;
  /** Why the person cannot regrade it now, in words. */
  readonly refused: string | null;
  readonly choice: RegradeChoice | null;
  readonly preview: RegradePreview | null;
  /** By field, where the choice cannot be used as it is. */
  readonly errors: Readonly<Record<string, readonly string[]>>;
}

const blank = { question: null, refused: null, choice: null, preview: null, errors: {} };

/**
 * The form, or the preview of what the address chooses. In the address, `preview` asks for it, and `change` for the form
 * again, with the choice.
 * @throws NotFound
 */
export async function regradePage(
  actor: Actor,
  questionVersionId: string,
  params: URLSearchParams,
): Promise<RegradePage> {
  try {
    const { body, key, latest } = await findRegradable(db, actor, questionVersionId);
    const question = { body, key, seen: latest };
    const choice = readChoice(params);
    if (!choice && params.has("preview"))
      return { ...blank, question, errors: { treatment: ["Choose what is to be done with it."] } };
    if (!choice || params.has("change")) return { ...blank, question, choice };
    try {
      const preview = await previewRegrade(actor, { questionVersionId, ...choice });
      return { ...blank, question, choice, preview };
    } catch (error) {
      if (!(error instanceof Invalid)) throw error;
      return { ...blank, question, choice, errors: error.fields };
    }
  } catch (error) {
    const said = error instanceof Conflict || error instanceof Forbidden || error instanceof TooMany;
    if (said) return { ...blank, refused: error.message };
    throw error;
  }
}
