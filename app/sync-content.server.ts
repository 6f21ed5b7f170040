/** Brings what is in `content/` into the database. What is broken is reported; the rest is there. */
import { existsSync } from "node:fs";
import path from "node:path";
import { syncAssessments } from "~/features/assessments/blueprints/sync-assessments.server";
import { syncCertifications } from "~/features/certifications/sync-certifications.server";
import { syncChecklists } from "~/features/certifications/sign-offs/sync-checklists.server";
import { replaceProblems } from "~/features/content/content-problems.server";
import { syncCourses } from "~/features/content/sync-courses.server";
import { syncJobRoles } from "~/features/people/sync-job-roles.server";
import { syncStandards } from "~/features/standards/sync-standards.server";
import type { ContentFinding } from "~/platform/content-finding";
import { log } from "~/platform/log.server";

/** In this order, because later ones refer to earlier ones. */
const SYNCS: readonly ((root: string, kept?: string) => Promise<ContentFinding[]>)[] = [
  syncJobRoles,
  syncStandards,
  syncCourses,
  syncAssessments,
  syncChecklists,
  syncCertifications,
];

/** @param kept a file with lessons that were compiled before */
export async function syncContent(root: string, kept?: string): Promise<ContentFinding[]> {
  const findings: ContentFinding[] = [];
  /* An installation without its content must not pass for one from which all of it was taken away. */
  if (!existsSync(path.join(root, "courses"))) {
    findings.push({
      file: "content",
      line: 1,
      message: "The folder of courses is not there.",
      advice: "Start the portal where content/ is. Until then, everything stays as it was.",
    });
  } else for (const sync of SYNCS) findings.push(...(await sync(root, kept)));
  await replaceProblems(findings);
  for (const { file, line, message } of findings) log.warn({ file, line, message }, "content problem");
  return findings;
}
