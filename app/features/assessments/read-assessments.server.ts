/** `content/assessments` from disk to compiled assessments and findings. Touches no database. */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { ContentFinding } from "~/platform/content-finding";
import { canonicalJson, type JsonObject } from "~/platform/canonical-json";
import { Conflict } from "~/platform/errors";
import { sha256 } from "~/platform/ids.server";
import { openYaml, parseYaml, placeOf, type YamlFile } from "~/platform/yaml-file.server";
import { assessmentSource, questionFile, type AssessmentSource } from "./assessment-source";
import type { Blueprint } from "./blueprint";
import { compileQuestion, type CompiledQuestion } from "./compile-question.server";
import { drawPaper } from "./draw-paper";
import { QuestionTextRefused } from "./render-question-text.server";

export interface CompiledAssessment {
  readonly slug: string;
  readonly revisionId: string;
  readonly blueprint: Blueprint;
  readonly audience: { readonly jobRoles: readonly string[]; readonly regions: readonly string[] };
  readonly questions: readonly CompiledQuestion[];
}

export interface AssessmentsOnDisk {
  /** Every folder, also those with findings: what is broken keeps its last good revision. Null where there is no such folder. */
  readonly slugs: readonly string[] | null;
  readonly assessments: readonly CompiledAssessment[];
  readonly findings: readonly ContentFinding[];
}

const ADVICE =
  "Compare it with another test in content/assessments that works. Until it is mended, what was last read from it stays in force.";
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export async function readAssessments(root: string): Promise<AssessmentsOnDisk> {
  const folder = path.join(root, "assessments");
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (!entries) return { slugs: null, assessments: [], findings: [] };
  const slugs = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  const assessments: CompiledAssessment[] = [];
  const findings: ContentFinding[] = [];
  for (const slug of slugs) {
    const result = await readAssessment(root, slug);
    findings.push(...result.findings);
    if (result.assessment) assessments.push(result.assessment);
  }
  return { slugs, assessments, findings };
}

interface OneRead {
  assessment: CompiledAssessment | null;
  findings: ContentFinding[];
}

async function readAssessment(root: string, slug: string): Promise<OneRead> {
  const file = `assessments/${slug}/assessment.yaml`;
  const failed = (message: string, advice: string): OneRead => ({
    assessment: null,
    findings: [{ file, line: 1, message, advice }],
  });
  if (!SLUG.test(slug))
    return failed("The folder's name is not a slug.", "Use lower-case letters, digits and dashes.");
  const source = await readFile(path.join(root, file), "utf8").catch(() => null);
  if (source === null) return failed("The folder has no assessment.yaml.", "Add one, or remove the folder.");

  const yaml = openYaml(file, source);
  const head = parseYaml(yaml, assessmentSource, ADVICE);
  const bank = await readBank(root, slug);
  const findings = [...head.findings, ...bank.findings];
  if (!head.value || findings.length > 0) return { assessment: null, findings };

  const blueprint = blueprintFrom(slug, head.value, bank.questions);
  const tooSmall = bankFinding(yaml, blueprint);
  if (tooSmall) return { assessment: null, findings: [tooSmall] };
  const revisionId = sha256(canonicalJson(blueprint as unknown as JsonObject));
  return {
    assessment: { slug, revisionId, blueprint, audience: head.value.audience, questions: bank.questions },
    findings,
  };
}

async function readBank(root: string, slug: string) {
  const folder = `assessments/${slug}/questions`;
  const names = (await readdir(path.join(root, folder)).catch(() => []))
    .filter((name) => name.endsWith(".yaml"))
    .sort();
  const questions: CompiledQuestion[] = [];
  const findings: ContentFinding[] = [];
  const firstSeen = new Map<string, string>();
  for (const name of names) {
    const file = `${folder}/${name}`;
    const yaml = openYaml(file, await readFile(path.join(root, file), "utf8"));
    const parsed = parseYaml(yaml, questionFile, ADVICE);
    findings.push(...parsed.findings);
    for (const [index, source] of (parsed.value ?? []).entries()) {
      const earlier = firstSeen.get(source.id);
      if (earlier) {
        const message = `${source.id}: the id is already used in ${earlier}.`;
        findings.push({
          file,
          ...placeOf(yaml, [index, "id"]),
          message,
          advice: "Give the question an id of its own.",
        });
        continue;
      }
      firstSeen.set(source.id, file);
      try {
        questions.push(compileQuestion(slug, source));
      } catch (error) {
        if (!(error instanceof QuestionTextRefused)) throw error;
        const advice = "Write plain Markdown: paragraphs, lists, emphasis, code, tables, links.";
        findings.push({ file, ...placeOf(yaml, [index]), message: `${source.id}: ${error.message}`, advice });
      }
    }
  }
  return { questions, findings };
}

function blueprintFrom(
  slug: string,
  source: AssessmentSource,
  questions: readonly CompiledQuestion[],
): Blueprint {
  const { audience: _, standard = null, ...rules } = source;
  return {
    slug,
    ...rules,
    standard,
    questions: questions.map(({ id, questionId, kind, clause, topic, body }) => ({
      version: id,
      questionId,
      kind,
      clause,
      topic,
      options: body.options.map((option) => option.id),
    })),
  };
}

/** Draws once, so that a bank too small is found here and not by the first person who starts. */
function bankFinding(yaml: YamlFile, blueprint: Blueprint): ContentFinding | null {
  try {
    drawPaper({ blueprint, seen: new Set(), randomBytes: new Uint8Array(16) });
    return null;
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    const index = blueprint.sections.findIndex((section) => error.message.includes(`“${section.title}”`));
    const advice = "Add questions for this section's clauses or topics, or draw fewer.";
    return {
      file: yaml.file,
      ...placeOf(yaml, ["sections", Math.max(0, index)]),
      message: error.message,
      advice,
    };
  }
}
