import type { Prisma } from "~/platform/db/client.server";

/** Of a draft: what waits for a second person. There is one at a time. */
export const openProposals = {
  proposals: { where: { openKey: { not: null } }, select: { edits: true } },
} satisfies Prisma.DraftSelect;

/** The state of the draft that was proposed; null when nothing waits. */
export function proposedEdits({ proposals }: { proposals: readonly { edits: number }[] }): number | null {
  return proposals[0]?.edits ?? null;
}
