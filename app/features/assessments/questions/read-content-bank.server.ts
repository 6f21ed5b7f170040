/** The questions of one test of the content folder, and the pictures beside them. Touches no database. */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { inspectAsset } from "~/features/content/inspect-asset.server";
import type { ContentFinding } from "~/platform/content-finding";
import { Invalid } from "~/platform/errors";
import { sha256 } from "~/platform/ids.server";
import { openYaml, parseYaml, placeOf } from "~/platform/yaml-file.server";
import { compileQuestion, type BankFigures, type CompiledQuestion } from "./compile-question.server";
import { questionFile } from "./question-file";
import type { QuestionSource } from "./question-source";
import { QuestionTextRefused } from "./render-question-text.server";

export interface ContentQuestion extends CompiledQuestion {
  readonly source: QuestionSource;
  readonly place: QuestionPlace;
}

/** Where a question, or what `inside` it leads to, is written. */
export type QuestionPlace = (
  ...inside: readonly (string | number)[]
) => Pick<ContentFinding, "file" | "line" | "column">;

export interface ContentBank {
  readonly questions: readonly ContentQuestion[];
  /** Every file in the folder. */
  readonly names: readonly string[];
  readonly figures: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  readonly findings: readonly ContentFinding[];
}

export const CONTENT_ADVICE =
  "Compare it with another test in content/assessments that works. Until it is mended, what was last read from it stays in force.";

export async function readContentBank(root: string, slug: string): Promise<ContentBank> {
  const folder = `assessments/${slug}/questions`;
  const names = (await readdir(path.join(root, folder)).catch(() => [])).sort();
  const figures = await readFigures(
    root,
    folder,
    names.filter((name) => /\.(png|jpe?g|webp|svg)$/.test(name)),
  );
  const questions: ContentQuestion[] = [];
  const findings: ContentFinding[] = [...figures.findings];
  const firstSeen = new Map<string, string>();
  for (const name of names.filter((each) => each.endsWith(".yaml"))) {
    const file = `${folder}/${name}`;
    const yaml = openYaml(file, await readFile(path.join(root, file), "utf8"));
    const parsed = parseYaml(yaml, questionFile, CONTENT_ADVICE);
    findings.push(...parsed.findings);
    for (const { source, path: at } of parsed.value ?? []) {
      const earlier = firstSeen.get(source.id);
      if (earlier) {
        const message = `${source.id}: the id is already used in ${earlier}.`;
        const advice = "Give the question an id of its own.";
        findings.push({ file, ...placeOf(yaml, [...at, "id"]), message, advice });
        continue;
      }
      firstSeen.set(source.id, file);
      try {
        const place: QuestionPlace = (...inside) => ({ file, ...placeOf(yaml, [...at, ...inside]) });
        questions.push({ ...compileQuestion(slug, source, figures.known), source, place });
      } catch (error) {
        if (!(error instanceof QuestionTextRefused)) throw error;
        const advice = "Write plain Markdown: paragraphs, lists, emphasis, code, tables, links.";
        findings.push({ file, ...placeOf(yaml, at), message: `${source.id}: ${error.message}`, advice });
      }
    }
  }
  return { questions, names, figures: figures.files, findings };
}

async function readFigures(root: string, folder: string, names: readonly string[]) {
  const known: Map<string, BankFigures extends ReadonlyMap<string, infer F> ? F : never> = new Map();
  const files: { name: string; bytes: Uint8Array }[] = [];
  const findings: ContentFinding[] = [];
  for (const name of names) {
    try {
      const bytes = await readFile(path.join(root, folder, name));
      const { bytes: kept, width, height } = await inspectAsset(name, bytes);
      known.set(name, { hash: sha256(kept), name, width: width ?? 0, height: height ?? 0 });
      files.push({ name, bytes });
    } catch (error) {
      if (!(error instanceof Invalid)) throw error;
      const advice = "Save the picture again as PNG, JPEG, WebP or SVG.";
      findings.push({ file: `${folder}/${name}`, line: 1, message: error.message, advice });
    }
  }
  return { known, files, findings };
}
