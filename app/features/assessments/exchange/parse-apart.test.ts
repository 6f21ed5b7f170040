import { describe, expect, it } from "vitest";
import { parseApart } from "./parse-apart.server";
import { EXCHANGE_FORMATS, type ExchangeFormat } from "./parsed";
import { parseQuestions } from "./parse-questions";
import { writeQuestions } from "./write-questions";

const bytesOf = (text: string) => new TextEncoder().encode(text);

function manyAs(format: ExchangeFormat, count: number): Uint8Array {
  const questions = Array.from({ length: count }, (_, index) => ({
    id: `q-${index}`,
    kind: "single" as const,
    prompt: `What is it? ${index}`,
    explanation: "Because.",
    options: [
      { text: "One", correct: true },
      { text: "Two", correct: false },
    ],
  }));
  return bytesOf(writeQuestions(format, questions).text);
}

/** How often others got a turn meanwhile. */
async function turnsDuring(work: () => Promise<unknown>): Promise<number> {
  let turns = 0;
  const timer = setInterval(() => turns++, 1);
  await work();
  clearInterval(timer);
  return turns;
}

describe("a file that is read in a thread of its own", () => {
  it.each(EXCHANGE_FORMATS)("gives what reading it here gives, as %s", async (format) => {
    const bytes = manyAs(format, 120);
    expect(await parseApart({ format, bytes })).toEqual(parseQuestions(format, bytes));
  });

  it("gives its problems and what is left out as well", async () => {
    const bytes = bytesOf("A description.\n\nWhat? {=a ~\n\n::ok:: So? {T}");
    const parsed = await parseApart({ format: "gift", bytes });
    expect(parsed).toEqual(parseQuestions("gift", bytes));
    expect(parsed.problems).not.toEqual([]);
    expect(parsed.unsupported).not.toEqual([]);
  });

  it("lets others have their turn while it is read, and while what was found is taken over", async () => {
    const bytes = manyAs("moodle-xml", 2_000);
    const here = await turnsDuring(async () => parseQuestions("moodle-xml", bytes));
    const apart = await turnsDuring(async () => {
      expect((await parseApart({ format: "moodle-xml", bytes })).questions).toHaveLength(2_000);
    });
    expect(here).toBe(0);
    expect(apart).toBeGreaterThan(20);
  });

  it("is stopped when it takes too long or too much memory, and says what to do", async () => {
    const file = { format: "moodle-xml", bytes: manyAs("moodle-xml", 2_000) } as const;
    await expect(parseApart(file, { milliseconds: 20, megabytes: 500 })).rejects.toMatchObject({
      reason: "import-too-slow",
      message: expect.stringMatching(/was stopped.*Nothing was stored: split it/) as string,
    });
    await expect(parseApart(file, { milliseconds: 60_000, megabytes: 24 })).rejects.toMatchObject({
      reason: "import-unreadable",
      message: expect.stringMatching(/more memory.*Nothing was stored: split it/) as string,
    });
  });
});
