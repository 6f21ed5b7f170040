/** One question of the source to its immutable version: what is served, the key kept apart, and the hash of both. */
import { canonicalJson, type JsonObject } from "~/platform/canonical-json";
import { sha256 } from "~/platform/ids.server";
import type {
  Criterion,
  GapPiece,
  QuestionBody,
  QuestionFigure,
  QuestionKey,
  QuestionKind,
  QuestionOption,
  RubricCriterion,
} from "./question";
import { GAP, type QuestionSource } from "./question-source";
import { QuestionTextRefused, renderBlock, renderInline } from "./render-question-text.server";

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

/** The pictures that a bank has, by file name. */
export type BankFigures = ReadonlyMap<string, Omit<QuestionFigure, "alt">>;

/** @throws QuestionTextRefused */
export function compileQuestion(
  bankId: string,
  source: QuestionSource,
  figures: BankFigures = new Map(),
): CompiledQuestion {
  const explanation = source.explanation === undefined ? "" : renderBlock(source.explanation);
  const { key, ...shown } = partsOf(source, explanation, figures);
  const { kind, clause, topic, scenario, points, tags, difficulty } = source;
  const body: QuestionBody = {
    kind,
    prompt: renderBlock(source.prompt),
    options: [],
    ...shown,
    ...(scenario ? { scenario: { id: scenario.id, html: renderBlock(scenario.text) } } : {}),
    ...(points === undefined || points === 1 ? {} : { points }),
    ...(tags === undefined || tags.length === 0 ? {} : { tags: [...new Set(tags)].sort() }),
    ...(difficulty === undefined ? {} : { difficulty }),
  };
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

type Parts = Partial<Omit<QuestionBody, "kind" | "prompt">> & { readonly key: QuestionKey };
type Of<K extends QuestionKind> = Extract<QuestionSource, { kind: K }>;

function partsOf(source: QuestionSource, explanation: string, figures: BankFigures): Parts {
  switch (source.kind) {
    case "single":
    case "multiple":
      return choiceParts(source, explanation);
    case "true-false":
      return {
        options: [
          { id: "true", html: "True" },
          { id: "false", html: "False" },
        ],
        key: { kind: source.kind, correct: [String(source.answer)], why: {}, explanation },
      };
    case "numeric":
      return numericParts(source, explanation);
    case "ordering": {
      const order = source.order.map((step) => optionId(source.id, step));
      return {
        options: inNoOrder(source.order.map((step) => optionOf(source.id, step))),
        key: { kind: "ordering", order, explanation, ...creditOf(source) },
      };
    }
    case "matching":
      return matchingParts(source, explanation);
    case "gaps":
      return gapParts(source, explanation);
    case "short-text":
      return {
        key: {
          kind: "short-text",
          accepted: source.accept.map(({ text, credit = 1 }) => ({ text, credit })),
          matchCase: source.matchCase ?? false,
          explanation,
        },
      };
    case "hotspot":
      return hotspotParts(source, explanation, figures);
    case "free-response":
      return {
        ...(source.words === undefined ? {} : { words: source.words }),
        ...rubricParts(source, explanation),
      };
    case "file-response":
      return { files: source.files, ...rubricParts(source, explanation) };
  }
}

function choiceParts(source: Of<"single" | "multiple">, explanation: string): Parts {
  const all = source.options.map((option) => ({ ...option, id: optionId(source.id, option.text) }));
  const why = Object.fromEntries(all.flatMap(({ id, why }) => (why ? [[id, renderInline(why)]] : [])));
  const priced = all.flatMap(({ id, credit }) => (credit === undefined ? [] : [[id, credit] as const]));
  return {
    options: inNoOrder(all.map(({ text }) => optionOf(source.id, text))),
    key: {
      kind: source.kind,
      correct: all
        .filter((option) => option.correct)
        .map((option) => option.id)
        .sort(),
      why,
      explanation,
      /* What was always the rule is left out, so that a question keeps its hash. */
      ...(source.credit && source.credit !== "right-minus-wrong" ? { credit: source.credit } : {}),
      ...(source.credit === "each-option" ? { options: all.length } : {}),
      ...(priced.length > 0 ? { credits: Object.fromEntries(priced) } : {}),
    },
  };
}

function numericParts({ numeric }: Of<"numeric">, explanation: string): Parts {
  const { value, tolerance, unit, units } = numeric;
  const key = { kind: "numeric" as const, value, tolerance, explanation };
  if (!units) return { ...(unit === undefined ? {} : { unit }), key };
  return {
    units: units.map((each) => each.unit).sort(),
    key: { ...key, units: Object.fromEntries(units.map(({ unit: name, factor }) => [name, factor])) },
  };
}

function matchingParts(source: Of<"matching">, explanation: string): Parts {
  const matches = [...new Set([...source.pairs.map(({ match }) => match), ...(source.distractors ?? [])])];
  const stem = (text: string) => `stem ${text}`;
  return {
    stems: inNoOrder(
      source.pairs.map((pair) => ({
        id: optionId(source.id, stem(pair.stem)),
        html: renderInline(pair.stem),
      })),
    ),
    options: inNoOrder(matches.map((match) => optionOf(source.id, match))),
    key: {
      kind: "matching",
      pairs: Object.fromEntries(
        source.pairs.map((pair) => [optionId(source.id, stem(pair.stem)), optionId(source.id, pair.match)]),
      ),
      explanation,
      ...creditOf(source),
    },
  };
}

function gapParts(source: Of<"gaps">, explanation: string): Parts {
  const gaps = Object.entries(source.gaps);
  return {
    text: piecesOf(source.text),
    gaps: gaps.map(([id, { options }]) => ({
      id,
      options: inNoOrder(options.map((option) => optionOf(`${source.id} ${id}`, option))),
    })),
    key: {
      kind: "gaps",
      pairs: Object.fromEntries(
        gaps.map(([id, { correct }]) => [id, optionId(`${source.id} ${id}`, correct)]),
      ),
      explanation,
      ...creditOf(source),
    },
  };
}

/** Every piece between two gaps is Markdown of its own; an empty line begins a paragraph. */
function piecesOf(text: string): GapPiece[] {
  return text.split(/\n\s*\n/).flatMap((paragraph, index) => [
    ...(index > 0 ? [{ paragraph: true as const }] : []),
    ...paragraph.split(GAP).flatMap((part, place): GapPiece[] => {
      if (place % 2 === 1) return [{ gap: part }];
      return part === "" ? [] : [{ html: renderPiece(part) }];
    }),
  ]);
}

function renderPiece(markdown: string): string {
  const [, before, inner, after] = /^(\s*)([^]*?)(\s*)$/.exec(markdown)!;
  const space = (text: string) => (text === "" ? "" : " ");
  return `${space(before!)}${inner === "" ? "" : renderInline(inner!)}${space(after!)}`;
}

function hotspotParts(source: Of<"hotspot">, explanation: string, figures: BankFigures): Parts {
  const figure = figures.get(source.figure.file);
  if (!figure)
    throw new QuestionTextRefused(`There is no picture ${source.figure.file} that a hotspot could show.`);
  const areas = source.areas.map((area) => ({ ...area, id: optionId(source.id, area.name) }));
  return {
    figure: { ...figure, alt: source.figure.alt },
    options: inNoOrder(areas.map(({ name }) => optionOf(source.id, name))),
    key: {
      kind: "hotspot",
      areas: Object.fromEntries(areas.map(({ id, shape }) => [id, shape])),
      correct: areas
        .filter(({ correct }) => correct)
        .map(({ id }) => id)
        .sort(),
      why: Object.fromEntries(areas.flatMap(({ id, why }) => (why ? [[id, renderInline(why)]] : []))),
      explanation,
    },
  };
}

function rubricParts(source: Of<"free-response" | "file-response">, explanation: string): Parts {
  const criteria: (Criterion & RubricCriterion)[] = source.rubric.map(({ criterion, levels }) => ({
    id: optionId(source.id, criterion),
    html: renderInline(criterion),
    points: Math.max(...levels.map(({ points }) => points)),
    levels: [...levels]
      .sort((a, b) => b.points - a.points)
      .map(({ points, text }) => ({ points, html: renderInline(text) })),
  }));
  return {
    criteria: criteria.map(({ id, html, points }) => ({ id, html, points })),
    key: { kind: source.kind, rubric: criteria.map(({ id, levels }) => ({ id, levels })), explanation },
  };
}

function creditOf({ credit }: { credit?: "all-or-nothing" | undefined }) {
  return credit === undefined ? {} : { credit };
}

function optionOf(questionId: string, text: string): QuestionOption {
  return { id: optionId(questionId, text), html: renderInline(text) };
}

/** By id, because the order of the source may be the answer. */
function inNoOrder(options: readonly QuestionOption[]): QuestionOption[] {
  return [...options].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Tells nothing about its place or rightness, and stays when other options change. */
function optionId(questionId: string, text: string): string {
  return sha256(`${questionId}\n${text}`).slice(0, 10);
}
