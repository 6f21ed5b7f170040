import { provider } from "~/platform/db/client.server";

/** A text somewhere in the column, whatever the case; SQLite compares so by itself and knows no mode. */
export function containsText(text: string): { contains: string } {
  return provider === "postgresql"
    ? ({ contains: text, mode: "insensitive" } as { contains: string })
    : { contains: text };
}
