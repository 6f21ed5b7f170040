/** Knowledge checks of one lesson, beside what every check must have to be taken at all. */
import type { ContentFinding } from "~/platform/content-finding";
import { childrenOf, isBlock, type BlockNode } from "../block-nodes";
import { checksIn, type CheckSource } from "../knowledge-check-rules";
import type { EditedLesson } from "./edited-course";
import type { KeyedChoice } from "./keyed-choice";
import { wordsOf } from "./passages";
import { isCatchAll, isTurnedRound } from "./tricky-wording";

export function checkFindings({ file, tree }: EditedLesson): ContentFinding[] {
  return checksIn(tree).flatMap((check) => {
    const found = (message: string, advice: string) => ({
      file,
      line: check.node.position?.start.line ?? 1,
      message: `${check.id}: ${message}`,
      advice,
    });
    const findings: ContentFinding[] = [];
    if (within(check.node, "Explanation").length === 0)
      findings.push(
        found("the knowledge check has no explanation.", "Say in an <Explanation> what follows from it."),
      );
    if (isTurnedRound(check.question)) findings.push(found(TURNED_ROUND, TURNED_ROUND_ADVICE));
    if (textsOf(check).some(isCatchAll)) findings.push(found(CATCH_ALL, CATCH_ALL_ADVICE));
    return findings;
  });
}

export const TURNED_ROUND = "the question turns on a “not”, which is easily read over.";
export const TURNED_ROUND_ADVICE = "Ask for what is true, missing, refused or done instead.";
export const CATCH_ALL = "an option is about the other options.";
export const CATCH_ALL_ADVICE = "Write an option of its own, or ask for all that are right.";

/** Those with one right choice, for the patterns over a course. */
export function keyedChecks({ tree }: EditedLesson): KeyedChoice[] {
  return checksIn(tree)
    .filter(({ choices }) => choices.filter(({ correct }) => correct).length === 1)
    .map((check) => ({
      id: check.id,
      options: textsOf(check),
      right: check.choices.findIndex(({ correct }) => correct),
    }));
}

function textsOf({ node }: CheckSource): string[] {
  return within(node, "Choice").map((choice) => wordsOf(choice).trim());
}

function within(node: BlockNode, name: string): BlockNode[] {
  return childrenOf(node)
    .filter(isBlock)
    .filter((child) => child.name === name);
}
