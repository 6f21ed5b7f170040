/** A checklist's definition becomes a revision. Sign-offs that were begun by an earlier one go on by that. */
import { canonicalJson } from "~/platform/canonical-json";
import { now } from "~/platform/clock.server";
import { isUniqueViolation } from "~/platform/db/unique-violation";
import { db, transaction } from "~/platform/db/client.server";
import { sha256 } from "~/platform/ids.server";
import type { ChecklistDefinition } from "./checklist-definition";

export async function publishChecklist(definition: ChecklistDefinition): Promise<void> {
  const text = canonicalJson(definition);
  const revisionId = sha256(text);
  const { id, title, summary } = definition;
  const there = await db.checklist.findUnique({
    where: { id },
    select: { currentRevisionId: true, archivedAt: true },
  });
  if (there?.currentRevisionId === revisionId && !there.archivedAt) return;
  const write = () =>
    transaction(async (tx) => {
      const shown = { title, summary, currentRevisionId: revisionId, archivedAt: null };
      await tx.checklist.upsert({
        where: { id },
        create: { id, ...shown },
        update: shown,
        select: { id: true },
      });
      /* A definition that returns to an earlier wording is that earlier revision again. */
      if (await tx.checklistRevision.findUnique({ where: { id: revisionId }, select: { id: true } })) return;
      const number = (await tx.checklistRevision.count({ where: { checklistId: id } })) + 1;
      await tx.checklistRevision.create({
        data: { id: revisionId, checklistId: id, number, definition: text, publishedAt: now() },
        select: { id: true },
      });
    });
  /* Several processes may start at once with the same content: who comes second finds it done. */
  await write().catch(async (error: unknown) => {
    if (!isUniqueViolation(error)) throw error;
    await write();
  });
}
