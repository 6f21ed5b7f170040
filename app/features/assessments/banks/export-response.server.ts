import type { ExportedFile } from "./export-questions.server";

/** Sent as fast as the client takes it; Remix writes a body without waiting for the connection. */
export function exportResponse(
  { fileName, mediaType, pieces }: ExportedFile,
  request: Request,
  drained: () => Promise<boolean>,
): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>(
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
  return new Response(request.method === "HEAD" ? null : body, {
    headers: {
      "Content-Type": `${mediaType}; charset=utf-8`,
      "Content-Disposition": `attachment; filename="${fileName}"`,
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store, no-transform",
    },
  });
}
