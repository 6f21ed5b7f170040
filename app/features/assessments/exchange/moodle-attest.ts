/** The element in which Attest writes a whole question beside what Moodle reads of it, and skips. */
import { questionSource, type QuestionSource } from "../questions/question-source";
import { moodleElement } from "./moodle-element";
import { xmlText } from "./xml-text";
import { child, type XmlElement } from "./xml-tree";

const NAME = "attest";

export function attestElement(source: QuestionSource): string {
  /* JSON escapes all that XML cannot hold, but for these two. */
  const json = JSON.stringify(source).replace(/[\ufffe\uffff]/g, (character) =>
    character === "\ufffe" ? "\\ufffe" : "\\uffff",
  );
  return `<${NAME}>${xmlText(json)}</${NAME}>`;
}

export interface OwnSource {
  readonly source?: QuestionSource;
  /** What holds on even where somebody changed the rest. */
  readonly about?: Pick<QuestionSource, "clause" | "difficulty">;
  readonly note?: string;
}

/** Taken only where the rest of the element is as Attest wrote it, so that no change of the file is passed over. */
export function attestSource(question: XmlElement): OwnSource {
  const holder = child(question, NAME);
  if (!holder) return {};
  const source = sourceIn(holder.text);
  if (!source)
    return { note: "What Attest had written of it could not be read; it is read as Moodle has it" };
  if (written(question) === moodleElement(source)) return { source };
  const { clause, difficulty } = source;
  return {
    about: { ...(clause ? { clause } : {}), ...(difficulty ? { difficulty } : {}) },
    note: "It was changed since Attest wrote it, and is read as Moodle has it",
  };
}

function sourceIn(json: string): QuestionSource | null {
  try {
    return questionSource.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
}

/** As Attest writes it; to read what it writes instead would cost a second parse of the whole file. */
function written({ name, attributes, children }: XmlElement): string {
  const parts = children.filter((each) => each.name !== NAME).map(nested);
  return [opening(name, attributes), ...parts, `</${name}>`].join("\n");
}

function nested({ name, attributes, children, text }: XmlElement): string {
  return `${opening(name, attributes)}${children.length > 0 ? children.map(nested).join("") : xmlText(text)}</${name}>`;
}

function opening(name: string, attributes: XmlElement["attributes"]): string {
  return `<${[name, ...Object.entries(attributes).map(([key, value]) => `${key}="${xmlText(value)}"`)].join(" ")}>`;
}
