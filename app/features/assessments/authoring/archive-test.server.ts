import type { Actor } from "~/features/people/actor";
import { now } from "~/platform/clock.server";
import { transaction } from "~/platform/db/client.server";
import { followBanks } from "./follow-bank.server";
import { ownTest } from "./save-test.server";

/** Nobody can begin it any more. Attempts that are open go on, and all that was recorded stays. */
export async function archiveTest(actor: Actor, { slug }: { slug: string }): Promise<void> {
  await transaction(async (tx) => {
    const { id } = await ownTest(tx, actor, slug);
    await tx.assessment.updateMany({ where: { id, archivedAt: null }, data: { archivedAt: now() } });
  });
}

/** Opens it again, with the questions as they are in its banks by now. */
export async function restoreTest(actor: Actor, { slug }: { slug: string }): Promise<void> {
  await transaction(async (tx) => {
    const { id, currentRevisionId } = await ownTest(tx, actor, slug);
    await tx.assessment.updateMany({ where: { id }, data: { archivedAt: null } });
    if (currentRevisionId) await followBanks(tx, id);
  });
}
