/** Questions to a file for another system, or for Attest again. */
import type { QuestionSource } from "../questions/question-source";
import type { ExchangeFormat } from "./parsed";
import { writeAiken } from "./write-aiken";
import { writeCsv } from "./write-csv";
import { writeGift } from "./write-gift";
import { writeMoodleXml } from "./write-moodle-xml";
import type { Written } from "./written";

export interface WrittenFile extends Written {
  readonly mediaType: string;
  /** Without a dot. */
  readonly extension: string;
}

/** Moodle XML and CSV hold all that Attest has; GIFT and Aiken name what they leave out. */
export function writeQuestions(format: ExchangeFormat, questions: readonly QuestionSource[]): WrittenFile {
  const plain = { mediaType: "text/plain; charset=utf-8", extension: "txt" };
  switch (format) {
    case "moodle-xml":
      return {
        text: writeMoodleXml(questions),
        leftOut: [],
        mediaType: "application/xml; charset=utf-8",
        extension: "xml",
      };
    case "csv":
      return {
        text: writeCsv(questions),
        leftOut: [],
        mediaType: "text/csv; charset=utf-8",
        extension: "csv",
      };
    case "gift":
      return { ...writeGift(questions), ...plain };
    case "aiken":
      return { ...writeAiken(questions), ...plain };
  }
}
