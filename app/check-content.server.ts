/** Judges everything in `content/` without a database: what would be refused, and what only weakens it. */
import { readAssessments } from "~/features/assessments/blueprints/read-assessments.server";
import { checkCertifications } from "~/features/certifications/check-certifications.server";
import { checkCourses } from "~/features/content/check-courses.server";
import { checkStandards } from "~/features/standards/sync-standards.server";
import { checkJobRoles } from "~/features/people/sync-job-roles.server";
import type { ContentFinding } from "~/platform/content-finding";

export interface CheckedContent {
  findings: ContentFinding[];
  counts: Record<string, number>;
}

export async function checkContent(root: string): Promise<CheckedContent> {
  const [roles, standards, courses, tests, certifications] = [
    await checkJobRoles(root),
    await checkStandards(root),
    await checkCourses(root),
    await readAssessments(root),
    await checkCertifications(root),
  ];
  return {
    findings: [roles, standards, courses, tests, certifications].flatMap(({ findings }) => findings),
    counts: {
      "job roles": roles.jobRoles,
      clauses: standards.clauses,
      courses: courses.courses,
      lessons: courses.lessons,
      questions: tests.assessments.reduce((sum, { questions }) => sum + questions.length, 0),
      certifications: certifications.certifications,
    },
  };
}
