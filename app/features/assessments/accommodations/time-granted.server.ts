import type { Tx } from "~/platform/db/client.server";

/**
 * Minutes that accommodations in force at `at` add to a test of `minutes`: the extra share, rounded up to whole minutes,
 * and the time for breaks. Of several the largest of each counts.
 */
export async function minutesGranted(
  tx: Pick<Tx, "accommodation">,
  personId: string,
  minutes: number,
  at: Date,
): Promise<number> {
  const rows = await tx.accommodation.findMany({
    where: {
      personId,
      supersededAt: null,
      heldFrom: { lte: at },
      OR: [{ heldUntil: null }, { heldUntil: { gt: at } }],
    },
    select: { extraPercent: true, breakMinutes: true },
  });
  const percent = Math.max(0, ...rows.map(({ extraPercent }) => extraPercent));
  const breaks = Math.max(0, ...rows.map(({ breakMinutes }) => breakMinutes));
  return Math.ceil((minutes * percent) / 100) + breaks;
}
