/** What each format is called, and what it cannot carry: said before somebody exports. */
export const EXPORT_FORMATS = ["csv", "gift", "moodle-xml", "aiken"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

interface FormatWords {
  readonly name: string;
  readonly ending: string;
  readonly mediaType: string;
  readonly leavesOut: string;
}

export const formats: Readonly<Record<ExportFormat, FormatWords>> = {
  csv: {
    name: "CSV",
    ending: "csv",
    mediaType: "text/csv",
    leavesOut:
      "For spreadsheets, and to move a bank as it is: everything but the pictures themselves, which it names.",
  },
  gift: {
    name: "GIFT",
    ending: "gift.txt",
    mediaType: "text/plain",
    leavesOut:
      "For Moodle and others. Left out: steps to put in order, gaps, places in pictures, files to hand in, and numbers with units to choose from. Clause, points, case and the like stand in comments that only Attest reads.",
  },
  "moodle-xml": {
    name: "Moodle XML",
    ending: "xml",
    mediaType: "application/xml",
    leavesOut:
      "For Moodle. What Moodle has no kind for, such as rubrics and files to hand in, is carried in parts that only Attest reads; pictures are named, not included.",
  },
  aiken: {
    name: "Aiken",
    ending: "txt",
    mediaType: "text/plain",
    leavesOut:
      "Only questions with one right option, in plain text: no explanation, topic, points or formatting. All other kinds are left out.",
  },
};
