/** One question of the source to its immutable version: what is served, the key kept apart, and the hash of both. */
import { canonicalJson, type JsonObject } from "~/platform/canonical-json";
import { sha256 } from "~/platform/ids.server";
import type { QuestionSource } from "./assessment-source";
import type { QuestionBody, QuestionKey, QuestionKind, QuestionOption } from "./question";
import { renderBlock, renderInline } from "./render-question-text.server";

export interface CompiledQuestion {
  /** The hash of everything below. */
  readonly id: string;
  readonly bankId: string;
  readonly questionId: string;
  readonly kind: QuestionKind;
  readonly clause: string | null;
  readonly topic: string | null;
  readonly body: QuestionBody;
  readonly key: QuestionKey;
}

/** @throws QuestionTextRefused */
export function compileQuestion(bankId: string, source: QuestionSource): CompiledQuestion {
  const explanation = renderBlock(source.explanation);
  const { options, key } = optionsAndKey(source, explanation);
  const unit = source.kind === "numeric" ? source.numeric.unit : undefined;
  const body: QuestionBody = {
    kind: source.kind,
    prompt: renderBlock(source.prompt),
    options,
    ...(unit === undefined ? {} : { unit }),
  };
  const { kind, clause, topic } = source;
  const about = { bankId, questionId: source.id, kind, clause: clause ?? null, topic: topic ?? null };
  const version = { ...about, body, key };
  return { id: questionHash(version), ...version };
}

export function questionHash(version: Omit<CompiledQuestion, "id">): string {
  const { bankId, questionId, kind, clause, topic, body, key } = version;
  return sha256(
    canonicalJson({ bankId, questionId, kind, clause, topic, body, key } as unknown as JsonObject),
  );
}

function optionsAndKey(
  source: QuestionSource,
  explanation: string,
): { options: QuestionOption[]; key: QuestionKey } {
  switch (source.kind) {
    case "numeric": {
      const { value, tolerance } = source.numeric;
      return { options: [], key: { kind: "numeric", value, tolerance, explanation } };
    }
    case "true-false": {
      const options = [
        { id: "true", html: "True" },
        { id: "false", html: "False" },
      ];
      return { options, key: { kind: source.kind, correct: [String(source.answer)], why: {}, explanation } };
    }
    case "ordering": {
      const order = source.order.map((step) => optionId(source.id, step));
      const options = source.order.map((step, index) => ({ id: order[index]!, html: renderInline(step) }));
      /* Sorted by id, because the order of the source is the answer. */
      return {
        options: options.sort((a, b) => (a.id < b.id ? -1 : 1)),
        key: { kind: "ordering", order, explanation },
      };
    }
    default: {
      const all = source.options.map((option) => ({ ...option, id: optionId(source.id, option.text) }));
      const options = all
        .map(({ id, text }) => ({ id, html: renderInline(text) }))
        .sort((a, b) => (a.id < b.id ? -1 : 1));
      const correct = all.filter((option) => option.correct).map((option) => option.id);
      const why = Object.fromEntries(all.flatMap(({ id, why }) => (why ? [[id, renderInline(why)]] : [])));
      return { options, key: { kind: source.kind, correct: correct.sort(), why, explanation } };
    }
  }
}

/** Tells nothing about its place or rightness, and stays when other options change. */
function optionId(questionId: string, text: string): string {
  return sha256(`${questionId}\n${text}`).slice(0, 10);
}
