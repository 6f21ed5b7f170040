/** `content/assessments` from disk to compiled assessments and findings. Touches no database. */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { ContentFinding } from "~/platform/content-finding";
import { canonicalJson, type JsonObject } from "~/platform/canonical-json";
import { sha256 } from "~/platform/ids.server";
import { openYaml, parseYaml, placeOf, type YamlFile } from "~/platform/yaml-file.server";
import { CONTENT_ADVICE, readContentBank, type ContentBank } from "../questions/read-content-bank.server";
import { assessmentSource, type AssessmentSource } from "./assessment-source";
import type { Blueprint } from "./blueprint";
import { blueprintFrom, firstTooSmall } from "./make-blueprint";

export interface CompiledAssessment {
  readonly slug: string;
  readonly revisionId: string;
  readonly blueprint: Blueprint;
  readonly audience: { readonly jobRoles: readonly string[]; readonly regions: readonly string[] };
  readonly questions: ContentBank["questions"];
  readonly figures: ContentBank["figures"];
}

export interface AssessmentsOnDisk {
  /** Every folder, also those with findings: what is broken keeps its last good revision. Null where there is no such folder. */
  readonly slugs: readonly string[] | null;
  readonly assessments: readonly CompiledAssessment[];
  /** By slug, also those of tests with findings. */
  readonly banks: ReadonlyMap<string, ContentBank>;
  readonly findings: readonly ContentFinding[];
}

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export async function readAssessments(root: string): Promise<AssessmentsOnDisk> {
  const folder = path.join(root, "assessments");
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (!entries) return { slugs: null, assessments: [], banks: new Map(), findings: [] };
  const slugs = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  const banks = new Map<string, ContentBank>();
  for (const slug of slugs) banks.set(slug, await readContentBank(root, slug));
  const assessments: CompiledAssessment[] = [];
  const findings: ContentFinding[] = [];
  for (const slug of slugs) {
    const result = await readAssessment(root, slug, banks);
    findings.push(...result.findings);
    if (result.assessment) assessments.push(result.assessment);
  }
  return { slugs, assessments, banks, findings };
}

interface OneRead {
  assessment: CompiledAssessment | null;
  findings: readonly ContentFinding[];
}

async function readAssessment(
  root: string,
  slug: string,
  banks: ReadonlyMap<string, ContentBank>,
): Promise<OneRead> {
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
  const head = parseYaml(yaml, assessmentSource, CONTENT_ADVICE);
  const own = banks.get(slug)!;
  const findings = [...head.findings, ...own.findings];
  if (!head.value || findings.length > 0) return { assessment: null, findings };

  const lent = lentBanks(slug, head.value);
  const missing = lent.find((name) => !banks.has(name) || banks.get(name)!.findings.length > 0);
  if (missing !== undefined)
    return failed(
      `A section draws from the bank ${missing}, which cannot be read.`,
      "Name the folder of another test in content/assessments that has no findings of its own.",
    );
  const others = lent.map((name) => [name, banks.get(name)!.questions] as const);
  const blueprint = blueprintFrom(slug, head.value, new Map([[slug, own.questions], ...others]));
  const tooSmall = bankFinding(yaml, blueprint);
  if (tooSmall) return { assessment: null, findings: [tooSmall] };
  /* Those of a lender too: its own test may be broken, or come later. */
  const held = [own, ...lent.map((name) => banks.get(name)!)];
  return {
    assessment: {
      slug,
      revisionId: sha256(canonicalJson(blueprint as unknown as JsonObject)),
      blueprint,
      audience: head.value.audience,
      questions: held.flatMap(({ questions }) => questions),
      figures: held.flatMap(({ figures }) => figures),
    },
    findings,
  };
}

function lentBanks(slug: string, { sections }: AssessmentSource): string[] {
  return [...new Set(sections.flatMap(({ banks = [] }) => banks))].filter((name) => name !== slug);
}

/** Draws once, so that a bank too small is found here and not by the first person who starts. */
function bankFinding(yaml: YamlFile, blueprint: Blueprint): ContentFinding | null {
  const found = firstTooSmall(blueprint);
  if (!found) return null;
  return {
    file: yaml.file,
    ...placeOf(yaml, ["sections", found.section]),
    message: found.message,
    advice: "Add questions for this section's clauses or topics, or draw fewer.",
  };
}
