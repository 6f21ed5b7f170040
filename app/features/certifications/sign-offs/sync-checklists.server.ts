/** Brings content/checklists into the database. */
import { now } from "~/platform/clock.server";
import type { ContentFinding } from "~/platform/content-finding";
import { db } from "~/platform/db/client.server";
import { readYamlFolder } from "../read-yaml-folder.server";
import { checklistDefinition } from "./checklist-definition";
import { misnamed } from "./check-checklists.server";
import { publishChecklist } from "./publish-checklist.server";

/** @returns what is wrong; a file with findings keeps its last good revision, the others are brought in */
export async function syncChecklists(root: string): Promise<ContentFinding[]> {
  const { names, files, findings } = await readYamlFolder(root, "checklists", checklistDefinition);
  for (const file of files) {
    const wrong = misnamed(file);
    findings.push(...wrong);
    if (wrong.length === 0) await publishChecklist(file.value);
  }
  /* A folder that is not there at all is a wrong path, not the end of every checklist. */
  if (names)
    await db.checklist.updateMany({
      where: { id: { notIn: [...names] }, archivedAt: null },
      data: { archivedAt: now() },
    });
  return findings;
}
