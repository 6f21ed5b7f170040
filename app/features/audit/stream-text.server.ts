/**
 * Sends pieces as fast as the client takes them. Remix writes a body without waiting for the connection, so the wait is
 * here: the next piece is made only when `drained` says that the last one has left. A client that goes away ends it.
 */
export function streamText(
  pieces: AsyncGenerator<{ readonly text: string }, void>,
  drained: () => Promise<boolean>,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (!(await drained())) await pieces.return(undefined);
        const piece = await pieces.next();
        if (piece.done) controller.close();
        else controller.enqueue(encoder.encode(piece.value.text));
      },
      async cancel() {
        await pieces.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}
