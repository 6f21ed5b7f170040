/** Judges everything in `content/` without a database: what would be refused, and what only weakens it. */
import { checkAssessments } from "~/features/assessments/editorial/check-assessments.server";
import { checkCertifications } from "~/features/certifications/check-certifications.server";
import { checkCourses, type CheckedCourses, type CheckWith } from "~/features/content/check-courses.server";
import { checkChecklists } from "~/features/certifications/sign-offs/check-checklists.server";
import { checkJobRoles } from "~/features/people/sync-job-roles.server";
import { unknownClauses, untestedClauses, type ClauseUse } from "~/features/standards/clause-cover";
import { checkStandards } from "~/features/standards/sync-standards.server";
import type { ContentFinding } from "~/platform/content-finding";

export interface CheckedContent {
  findings: ContentFinding[];
  counts: Record<string, number>;
}

export async function checkContent(root: string, checkWith: CheckWith = {}): Promise<CheckedContent> {
  const roles = await checkJobRoles(root);
  const { standards, findings: standardFindings } = await checkStandards(root);
  const courses = await checkCourses(root, checkWith);
  const tests = await checkAssessments(root);
  const checklists = await checkChecklists(root);
  const certifications = await checkCertifications(root, {
    taught: courses.built.flatMap(({ yaml, place }) =>
      yaml.accountabilities.map((accountability, index) => ({
        ...place("accountabilities", index),
        accountability,
      })),
    ),
    courses: new Set(courses.slugs),
    tests: new Set(tests.slugs),
    checklists: new Set(checklists.slugs),
  });
  const taught = clausesTaught(courses);
  const asked = [...tests.banks.values()].flatMap(({ questions }) =>
    questions.flatMap(({ clause, place }) => (clause === null ? [] : { ...place("clause"), clause })),
  );
  return {
    findings: inOrder([
      ...roles.findings,
      ...standardFindings,
      ...courses.findings,
      ...tests.findings,
      ...checklists.findings,
      ...certifications.findings,
      ...unknownClauses(standards, [...taught, ...asked, ...checklists.clauses, ...certifications.clauses]),
      ...untestedClauses(standards, tests.claiming, taught),
    ]),
    counts: {
      "job roles": roles.jobRoles,
      standards: standards.length,
      clauses: standards.reduce((sum, { numbers }) => sum + numbers.length, 0),
      courses: courses.slugs.length,
      lessons: courses.lessons,
      figures: courses.figures,
      tests: tests.slugs?.length ?? 0,
      questions: tests.questions,
      checklists: checklists.slugs.length,
      certifications: certifications.certifications,
    },
  };
}

/** So that whoever mends them goes through one file after the other. */
function inOrder(findings: ContentFinding[]): ContentFinding[] {
  return findings.sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}

function clausesTaught({ built }: CheckedCourses): ClauseUse[] {
  return built.flatMap(({ yaml, place }) =>
    yaml.clauses.map((clause, index) => ({ ...place("clauses", index), clause })),
  );
}
