/** The compiler itself: a checked body in, the lesson's HTML out. */
import { bundleMDX } from "mdx-bundler";
import { getMDXComponent } from "mdx-bundler/client/index.js";
import { createElement, type FunctionComponent } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import rehypeHighlight from "rehype-highlight";
import rehypeSlug from "rehype-slug";
import remarkGfm from "remark-gfm";
import { allowList } from "./allow-list";
import { blockLibrary } from "./blocks/block-library";
import type { CheckContext } from "./check-context";
import { plainLanguages } from "./code-languages";
import { LessonProblems, type LessonProblem } from "./lesson-problems";
import { headingPrefix, rehypeLesson, type LessonSetting } from "./rehype-lesson";

/** @throws LessonProblems when the compiler's own parser sees what the check did not */
export async function renderLesson(
  body: string,
  setting: LessonSetting,
  context: CheckContext,
): Promise<string> {
  const code = await bundle(body, setting, context).catch((error: unknown) => {
    throw compilerProblems(error) ?? error;
  });
  const Content: FunctionComponent<{ components: typeof blockLibrary }> = getMDXComponent(code);
  return renderToStaticMarkup(createElement(Content, { components: blockLibrary }));
}

async function bundle(body: string, setting: LessonSetting, context: CheckContext): Promise<string> {
  const { code } = await bundleMDX({
    source: body,
    grayMatterOptions: withoutEngines,
    mdxOptions: (options: object): object => ({
      ...options,
      development: false,
      remarkPlugins: [[allowList, { source: body, context }], remarkGfm],
      rehypePlugins: [
        [rehypeSlug, { prefix: headingPrefix }],
        [rehypeHighlight, { plainText: plainLanguages }],
        [rehypeLesson, setting],
      ],
    }),
    esbuildOptions: (options) => ({ ...options, logLevel: "silent", write: false }),
  });
  return code;
}

/** A body has no front matter. Were any found in it nevertheless, nothing may interpret it. */
function withoutEngines<T extends object>(options: T): T {
  const refuse = () => {
    throw new Error("Front matter is read before the compiler, and only as YAML");
  };
  return { ...options, engines: { javascript: refuse, js: refuse, json: refuse, yaml: refuse } };
}

/** esbuild wraps what a plugin throws in messages of its own. */
function compilerProblems(error: unknown): LessonProblems | null {
  if (!(error instanceof Error) || !("errors" in error) || !Array.isArray(error.errors)) return null;
  const problems = (error.errors as unknown[]).map(toProblem);
  return new LessonProblems(problems.slice(0, 20));
}

function toProblem(message: unknown): LessonProblem {
  const { location } = message as { location?: { line?: number; column?: number } | null };
  return {
    line: location?.line ?? 1,
    column: (location?.column ?? 0) + 1,
    message: "The compiler does not take what stands here.",
    advice: "Write it as plain Markdown, with \\< and \\{ where the signs themselves are meant.",
  };
}
