/** Options that do not say why they are right or wrong, which is what somebody who chose one learns from. */
import type { ContentFinding } from "~/platform/content-finding";
import type { ContentQuestion } from "../questions/read-content-bank.server";

export function missingWhys({ source, place }: Pick<ContentQuestion, "source" | "place">): ContentFinding[] {
  const [list, options] =
    source.kind === "single" || source.kind === "multiple"
      ? (["options", source.options.map(({ text, why }) => ({ text, why }))] as const)
      : source.kind === "hotspot"
        ? (["areas", source.areas.map(({ name, why }) => ({ text: name, why }))] as const)
        : (["options", []] as const);
  return options.flatMap(({ text, why }, index) =>
    why === undefined
      ? {
          ...place(list, index),
          message: `${source.id}: the option "${text}" has no why.`,
          advice: "Say why it is right, or why it tempts and is wrong.",
        }
      : [],
  );
}
