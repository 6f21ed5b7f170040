import { createHash } from "node:crypto";

export interface Measure {
  readonly bytes: number;
  readonly sha256: string;
}

/** Passes everything on and, at the end, tells what it was. */
export async function* measured(
  chunks: AsyncIterable<Buffer>,
  atEnd: (measure: Measure) => void,
): AsyncGenerator<Buffer> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const chunk of chunks) {
    hash.update(chunk);
    bytes += chunk.length;
    yield chunk;
  }
  atEnd({ bytes, sha256: hash.digest("hex") });
}
