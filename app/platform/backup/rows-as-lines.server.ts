import type { Value } from "./snapshot.server";
import type { Column } from "./tables";

const CHUNK = 64 * 1024;

/** One JSON object a line, in chunks that are worth handing on. */
export async function* rowsAsLines(
  rows: AsyncIterable<readonly Value[]>,
  columns: readonly Column[],
  onRow: () => void,
): AsyncGenerator<Buffer> {
  const names = columns.map(({ name }) => `${JSON.stringify(name)}:`);
  let text = "";
  for await (const row of rows) {
    const members = row.map((value, index) => names[index]! + JSON.stringify(value));
    text += `{${members.join(",")}}\n`;
    onRow();
    if (text.length < CHUNK) continue;
    yield Buffer.from(text);
    text = "";
  }
  if (text) yield Buffer.from(text);
}

/** Lines end with a newline and nothing else: readline would also break at U+2028, which JSON allows inside a string. */
export async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let rest: Buffer[] = [];
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      const piece = chunk.subarray(start, end);
      yield (rest.length > 0 ? Buffer.concat([...rest, piece]) : piece).toString();
      rest = [];
      start = end + 1;
    }
    if (start < chunk.length) rest.push(chunk.subarray(start));
  }
  if (rest.length > 0) yield Buffer.concat(rest).toString();
}
