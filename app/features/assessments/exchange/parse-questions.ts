/** A file of questions to Attest's own, with all that is wrong with it and all that Attest has no place for. */
import { Intake, type QuestionCheck } from "./intake";
import { parseAiken } from "./parse-aiken";
import { parseCsv } from "./parse-csv";
import { parseGift } from "./parse-gift";
import { parseMoodleXml } from "./parse-moodle-xml";
import type { ExchangeFormat, Parsed } from "./parsed";

const PARSERS: Readonly<Record<ExchangeFormat, (text: string, intake: Intake) => void>> = {
  gift: parseGift,
  aiken: parseAiken,
  "moodle-xml": parseMoodleXml,
  csv: parseCsv,
};

/**
 * Bytes are better than a text that somebody decoded: then a character that is not UTF-8 is seen for what it is. `check`
 * says what else is wrong with a question, such as Markdown that is refused; it is named with the question's line.
 */
export function parseQuestions(
  format: ExchangeFormat,
  file: string | Uint8Array,
  check?: QuestionCheck,
): Parsed {
  const intake = new Intake();
  const text = readableText(file, intake);
  if (text !== null) {
    /* In a quoted cell, a carriage return may be part of the text. */
    PARSERS[format](format === "csv" ? text : text.replace(/\r\n?/g, "\n"), intake);
  }
  const parsed = intake.finish(check);
  if (parsed.questions.length > 0 || parsed.problems.length > 0 || parsed.unsupported.length > 0)
    return parsed;
  return {
    ...parsed,
    problems: [
      {
        line: 1,
        message: "The file holds no questions.",
        advice: "Look whether it is in the format you chose.",
      },
    ],
  };
}

/** Null where a problem says why. */
function readableText(file: string | Uint8Array, intake: Intake): string | null {
  const text = typeof file === "string" ? file : decoded(file);
  const broken = text === null ? 0 : text.search(typeof file === "string" ? /[\0\ufffd]/ : /\0/);
  if (text !== null && broken < 0) return text.replace(/^\ufeff/, "");
  intake.problem(
    text === null ? 1 : text.slice(0, broken).split("\n").length,
    "This is not a text file in UTF-8.",
    "Save it as text in the encoding UTF-8, and not as a document or a workbook.",
  );
  return null;
}

/** Excel's “Unicode text” is UTF-16, and says so in its first two bytes. */
function decoded(bytes: Uint8Array): string | null {
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
  try {
    return new TextDecoder(isWide ? "utf-16le" : "utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
