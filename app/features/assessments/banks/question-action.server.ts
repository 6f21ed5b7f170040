/** The forms of a question's page. */
import { data, redirect } from "@remix-run/node";
import type { Actor } from "~/features/people/actor";
import { Conflict, Invalid } from "~/platform/errors";
import { statusOf } from "~/platform/http/error-response.server";
import { readForm } from "~/platform/http/read-form.server";
import type { Followed } from "../authoring/follow-bank.server";
import { one, typedIn, withMoreRows, type FieldProblems, type Typed } from "../authoring/typed-form";
import type { QuestionKind, ServedQuestion } from "../questions/question";
import type { QuestionSource } from "../questions/question-source";
import { QuestionTextRefused } from "../questions/render-question-text.server";
import { bankBounds } from "./bank-bounds";
import { figuresOf } from "./bank-figures.server";
import { openBank } from "./bank-policy.server";
import { compileForBank } from "./check-source.server";
import { rowsOfKind } from "./question-form";
import { questionFromForm } from "./question-from-form";
import { refusedField } from "./refused-field.server";
import { saveQuestion } from "./save-question.server";
import { servedAlone } from "./served-alone";
import { restoreQuestion, withdrawQuestion } from "./withdraw-question.server";

export interface EditorState {
  readonly typed: Typed;
  readonly problems: FieldProblems;
  readonly errors: readonly string[];
  readonly preview: ServedQuestion | null;
}

const MORE_ROWS = 3;
/** What an id made from the prompt is while there is none. */
const NO_ID = "question";

interface QuestionPlace {
  readonly bank: string;
  readonly kind: QuestionKind;
  /** Null for a new one. */
  readonly questionId: string | null;
}

export async function questionAction(actor: Actor, place: QuestionPlace, request: Request) {
  const { id: bankId } = await openBank(actor, place.bank);
  const form = await readForm(request, { bytes: bankBounds.formBytes });
  const { bank, questionId } = place;
  const what = form.get("form");
  if (questionId !== null && (what === "withdraw" || what === "restore")) {
    const change = what === "withdraw" ? withdrawQuestion : restoreQuestion;
    return onward(
      bank,
      questionId,
      what === "withdraw" ? "withdrawn" : "restored",
      await change(actor, { bank, questionId }),
    );
  }
  if (what !== "question")
    throw new Invalid("unknown-form", "This form is not known here. Reload the page and try again.");

  const typed = typedIn(form);
  const answer = (state: Partial<EditorState>, status: number) =>
    data<EditorState>({ typed, problems: {}, errors: [], preview: null, ...state }, { status });
  const group = rowsOfKind[place.kind].find(({ name }) => name === one(typed, "add"));
  if (group) return answer({ typed: withMoreRows(typed, group, MORE_ROWS) }, 200);

  const wanted = questionId ?? one(typed, "id").trim();
  const read = questionFromForm(place.kind, typed, wanted || NO_ID);
  if (!read.source) return answer({ problems: read.problems }, 422);
  try {
    if (one(typed, "intent") === "preview") {
      const { body } = compileForBank(place.bank, read.source, await figuresOf(bankId));
      return answer({ preview: servedAlone(body) }, 200);
    }
    const number = questionId === null ? null : Number(one(typed, "number")) || 0;
    const saved = await saveQuestion(actor, { bank, number, source: read.source, anyId: wanted === "" });
    const done = questionId === null ? "added" : saved.changed ? "saved" : "unchanged";
    return onward(bank, saved.questionId, done, saved.followed);
  } catch (error) {
    return answer(...refusal(error, read.source, typed));
  }
}

function refusal(error: unknown, source: QuestionSource, typed: Typed): [Partial<EditorState>, number] {
  if (error instanceof QuestionTextRefused) {
    const field = refusedField(source.kind, typed);
    return [field ? { problems: { [field]: [error.message] } } : { errors: [error.message] }, 422];
  }
  if (error instanceof Conflict) return [{ errors: [error.message] }, statusOf(error)];
  if (!(error instanceof Invalid)) throw error;
  const atFields = Object.keys(error.fields).length > 0;
  return [atFields ? { problems: error.fields } : { errors: [error.message] }, statusOf(error)];
}

function onward(bank: string, questionId: string, done: string, { updated, kept }: Followed) {
  const params = new URLSearchParams({ done, tests: String(updated.length) });
  for (const { slug } of kept) params.append("kept", slug);
  return redirect(`/test-office/banks/${bank}/questions/${questionId}?${params}`);
}
