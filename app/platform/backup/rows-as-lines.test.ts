import { describe, expect, it } from "vitest";
import { linesOf, rowsAsLines } from "./rows-as-lines.server";
import type { Value } from "./snapshot.server";

async function* each<T>(values: readonly T[]): AsyncGenerator<T> {
  yield* values;
}

async function all<T>(values: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const value of values) list.push(value);
  return list;
}

const columns = [
  { name: "id", kind: "text" },
  { name: "score", kind: "real" },
  { name: "passed", kind: "boolean" },
] as const;
const rows: Value[][] = [
  ["a\nb\u2028c", 0.1, true],
  ['ü "quoted" 🙂', null, false],
  ["", -0.30000000000000004, null],
];

describe("rows as lines", () => {
  it("come back as they were, however the bytes are cut", async () => {
    const bytes = Buffer.concat(await all(rowsAsLines(each(rows), columns, () => {})));
    for (const size of [1, 2, 3, 7, bytes.length]) {
      const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
        bytes.subarray(i * size, (i + 1) * size),
      );
      const lines = await all(linesOf(each(pieces)));
      expect(lines.map((line) => Object.values(JSON.parse(line) as Record<string, Value>))).toEqual(rows);
    }
  });

  it("counts rows", async () => {
    let count = 0;
    await all(rowsAsLines(each(rows), columns, () => count++));
    expect(count).toBe(3);
  });
});
