import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { countRecords, csvOfRecords } from "~/features/audit/export-records.server";
import { FILTERS, readRecordQuestion } from "~/features/audit/record-filters";
import { isTimeZone } from "~/features/people/time-zones.server";
import { Misuse, type Command } from "./command";
import { progressBar } from "./progress";

const text = { type: "string" } as const;

export const recordsExport: Command = {
  summary: "write evidence records as CSV",
  needs: "database",
  usage:
    "records export [--from DAY] [--to DAY] [--certification ID] … [--time-zone ZONE] [--sort oldest] [--out FILE]",
  help: `Writes the records that match all filters given, to standard output or to FILE, as /audit/records.csv does.

  --from, --to      days such as 2026-03-04, in ZONE (UTC unless given)
  --person          part of a name, e-mail address or employee number
  --team, --region, --role, --course, --certification, --standard, --clause
                    ids, such as iso-9001-awareness or iso-9001:2015/7.2
  --kind            course-completed, test-submitted, award-granted, award-revoked, …
  --outcome         completed, passed, failed, granted, revoked, reinstated or corrected
  --sort oldest     the oldest first instead of the newest`,
  async run(args) {
    const filters = Object.fromEntries(FILTERS.map((name) => [name, text]));
    const { values } = parseArgs({ args, options: { ...filters, sort: text, out: text, "time-zone": text } });
    const { out, "time-zone": timeZone = "UTC", ...given } = values as Record<string, string | undefined>;
    const question = readRecordQuestion(new URLSearchParams(definedOnly(given)));
    for (const [name, messages] of Object.entries(question.errors))
      throw new Misuse(`--${name}: ${messages.join(" ")}`);
    if (!isTimeZone(timeZone))
      throw new Misuse(`--time-zone: there is no zone "${timeZone}". Use one such as Europe/Berlin.`);

    const total = await countRecords(question, timeZone);
    const bar = progressBar("Exporting");
    let written = 0;
    async function* lines() {
      for await (const { text: piece, rows } of csvOfRecords(question, timeZone)) {
        yield piece;
        written += rows;
        bar.update(written, total);
      }
    }
    await pipeline(Readable.from(lines()), out ? createWriteStream(out) : process.stdout, {
      end: out !== undefined,
    }).catch(
      /* Whoever reads the output, such as head, may stop early. */
      (error: NodeJS.ErrnoException) => {
        if (out || error.code !== "EPIPE") throw error;
      },
    );
    bar.end();
    if (out)
      console.error(
        `Wrote ${written === 1 ? "1 record" : `${written.toLocaleString("en-US")} records`} to ${out}.`,
      );
    return 0;
  },
};

function definedOnly(values: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
