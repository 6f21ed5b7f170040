import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "~/features/people/actor";
import { at, now } from "~/platform/clock.server";
import { Invalid, NotFound } from "~/platform/errors";
import { transaction } from "~/platform/db/client.server";
import { recordAll } from "~/features/ledger/record.server";
import { givenPerson } from "../../../tests/setup/builders";
import { givenFact, givenRecorded, givenSubject } from "../../../tests/setup/facts";
import { BATCH, countRecords, exportRecords } from "./export-records.server";
import { HEADER } from "./record-csv";
import { readRecordQuestion } from "./record-filters";
import { streamText } from "./stream-text.server";

const MANY = BATCH * 2 + 7;
let auditor: Actor;

beforeAll(async () => {
  auditor = await givenPerson({ access: "auditor", timeZone: "Asia/Tokyo" });
  const subject = givenSubject({ name: "=cmd|' /C calc'!A0", teamId: "t-1", teamName: 'North, "east"' });
  await transaction((tx) =>
    recordAll(
      tx,
      Array.from({ length: MANY }, (_, i) =>
        /* Four of the same moment each, so that batches end within a moment. */
        givenFact({
          subject,
          courseId: "many",
          occurredAt: new Date(Date.UTC(2026, 0, 1, 0, i >> 2)),
          score: 0.5,
        }),
      ),
    ),
  );
  await givenRecorded({
    courseId: "one",
    occurredAt: new Date("2026-03-04T20:00:00.5Z"),
    reason: "@SUM(A1)",
  });
});

const ask = (search: string, reader = auditor) =>
  exportRecords(reader, readRecordQuestion(new URLSearchParams(search)));

async function textOf(search: string) {
  let text = "";
  for await (const piece of ask(search)) text += piece.text;
  return text;
}

describe("exportRecords", () => {
  it("is open to auditors and administrators alone, and takes no filter that it cannot use", async () => {
    expect(() => ask("", { ...auditor, access: ["manager"] })).toThrow(NotFound);
    expect(() => ask("from=x")).toThrow(Invalid);
  });

  it("writes one line a record that the filter matches, each once", async () => {
    const lines = (await textOf("course=many")).trimEnd().split("\r\n");
    expect(lines).toHaveLength(MANY + 1);
    expect(new Set(lines).size).toBe(MANY + 1);
    expect(await countRecords(readRecordQuestion(new URLSearchParams("course=many")), "UTC")).toBe(MANY);
    expect((await textOf("course=many&sort=oldest")).trimEnd().split("\r\n")).toHaveLength(MANY + 1);
    expect((await textOf("clause=iso-9001:2015/7.2")).trimEnd().split("\r\n")).toHaveLength(MANY + 2);
    expect((await textOf("person=nobody")).trimEnd().split("\r\n")).toHaveLength(1);
  });

  it("begins with a byte order mark and a header, and gives times in UTC and the day in the reader's zone", async () => {
    const text = await textOf("course=one");
    expect(text.startsWith(`\uFEFF${HEADER.join(",")}\r\n`)).toBe(true);
    const cells = text.trimEnd().split("\r\n")[1]!.split(",");
    expect(cells).toHaveLength(HEADER.length);
    const cell = (name: string) => cells[HEADER.indexOf(name)];
    expect(cell("Happened at (UTC)")).toBe("2026-03-04T20:00:00.500Z");
    expect(cell("Day it happened")).toBe("2026-03-05");
    expect(cell("Time zone of the day")).toBe("Asia/Tokyo");
    expect(cell("Recorded at (UTC)")).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(cell("Valid until (UTC)")).toBe("2027-01-01T00:00:00.000Z");
    expect(cell("Score (0 to 1)")).toBe("0.85");
    expect(cell("What happened")).toBe("Test submitted");
  });

  it("neutralises formulas, whoever wrote them", async () => {
    expect(await textOf("course=one")).toContain(",'@SUM(A1),");
    const [, first] = (await textOf("course=many")).split("\r\n");
    expect(first).toContain(",'=cmd|' /C calc'!A0,");
    expect(first).toContain(',"North, ""east""",');
  });

  it("holds one batch at a time, and reads no further than it is asked to", async () => {
    let [largest, pieces] = [0, 0];
    for await (const { rows } of ask("course=many")) {
      largest = Math.max(largest, rows);
      if (rows > 0) pieces++;
    }
    expect([largest, pieces]).toEqual([BATCH, 3]);
  });

  it("leaves out what is recorded after it began", async () => {
    const pieces = ask("course=many");
    await pieces.next();
    await pieces.next();
    await at(new Date(now().getTime() + 60_000), () =>
      givenRecorded({ courseId: "many", occurredAt: new Date("2025-01-01T00:00:00Z") }),
    );
    let rows = BATCH;
    for await (const piece of pieces) rows += piece.rows;
    expect(rows).toBe(MANY);
  });
});

describe("streamText", () => {
  async function* numbers(made: number[]) {
    for (let i = 0; i < 100; i++) {
      made.push(i);
      yield { text: `${i}\n` };
    }
  }

  it("makes the next piece only when the last one has left", async () => {
    const made: number[] = [];
    let release = () => {};
    const stalled = new Promise<boolean>((resolve) => (release = () => resolve(true)));
    let calls = 0;
    const reader = streamText(numbers(made), () =>
      ++calls === 3 ? stalled : Promise.resolve(true),
    ).getReader();
    await reader.read();
    await reader.read();
    const third = reader.read();
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(made).toEqual([0, 1]);
    release();
    expect(new TextDecoder().decode((await third).value)).toBe("2\n");
    expect(made).toEqual([0, 1, 2]);
  });

  it("stops when the client has gone", async () => {
    const made: number[] = [];
    let there = true;
    const reader = streamText(numbers(made), () => Promise.resolve(there)).getReader();
    await reader.read();
    there = false;
    expect((await reader.read()).done).toBe(true);
    const cancelled = streamText(numbers(made), () => Promise.resolve(true));
    await cancelled.cancel();
    expect(made).toEqual([0]);
  });
});
