/** Everything worth mending in `content/assessments`, without a database. */
import type { ContentFinding } from "~/platform/content-finding";
import { readAssessments, type AssessmentsOnDisk } from "../blueprints/read-assessments.server";
import { editBanks } from "./edit-banks";

export interface CheckedAssessments extends AssessmentsOnDisk {
  readonly questions: number;
  /** Tests about a standard, with the clauses of every question that they may draw. */
  readonly claiming: readonly { slug: string; standard: string; asked: string[] }[];
}

export async function checkAssessments(root: string): Promise<CheckedAssessments> {
  const read = await readAssessments(root);
  const findings: ContentFinding[] = [...read.findings, ...editBanks(read.banks)];
  const questions = [...read.banks.values()].reduce((sum, bank) => sum + bank.questions.length, 0);
  const claiming = read.assessments.flatMap(({ slug, blueprint }) => {
    if (blueprint.standard === null) return [];
    const asked = blueprint.questions.flatMap(({ clause }) => clause ?? []);
    return [{ slug, standard: blueprint.standard, asked }];
  });
  return { ...read, findings, questions, claiming };
}
